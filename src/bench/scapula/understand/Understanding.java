package scapula.understand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import scapula.understand.Contestant.Row;

/**
 * How well the bot's intent model does on public sets, and nlp.js on the very same rows in the same run. Each trains and
 * answers in a process of its own; both have the same rows and the same way of counting.
 *
 * <p>Arguments: the folder with the sets, and the JSON file to write; then {@code --steps} to measure instead what each
 * step brought.
 */
public final class Understanding {

    static final String OUT_OF_SCOPE = "oos";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAP = "-Xmx512m";
    private static final Path NLPJS = Path.of("target/nlpjs");

    /** Messages to time at least. */
    private static final int TIMED = 20_000;

    private static final List<String> TOGETHER = List.of("braun_chatbot", "braun_askubuntu", "braun_webapplications");
    private static final String WITH_OUT_OF_SCOPE = "clinc150";
    private static final List<String> SETS = List.of(
            TOGETHER.get(0), TOGETHER.get(1), TOGETHER.get(2), "banking77", WITH_OUT_OF_SCOPE, "hwu64_fold1", "snips");

    /** In-scope accuracy and out-of-scope recall in per cent, with an out-of-scope class: Larson 2019, table 2. */
    private static final Map<String, double[]> WITH_CLASS = Map.of(
            "FastText", new double[] {89.0, 9.7},
            "SVM", new double[] {91.0, 14.5},
            "Dialogflow", new double[] {91.7, 14.0},
            "Rasa 2019", new double[] {91.5, 45.3},
            "MLP on USE", new double[] {93.5, 47.4},
            "BERT", new double[] {96.9, 40.3});

    /** The same with a threshold. */
    private static final Map<String, double[]> WITH_THRESHOLD = Map.of(
            "FastText", new double[] {88.6, 28.3},
            "SVM", new double[] {88.2, 18.0},
            "Dialogflow", new double[] {90.8, 26.7},
            "Rasa 2019", new double[] {90.9, 31.2},
            "MLP on USE", new double[] {93.4, 49.1},
            "BERT", new double[] {96.2, 52.3});

    /** F1 on the three SIGDIAL sets together; nlp.js's own script gives it the entities of the test sentences. */
    private static final Map<String, Double> SIGDIAL_F1 = Map.of(
            "nlp.js", 0.93, "Watson", 0.92, "LUIS", 0.91, "Snips", 0.89, "Rasa", 0.88, "Dialogflow", 0.87);

    private final Path data;
    private final boolean hasNode;

    private Understanding(Path data, boolean hasNode) {
        this.data = data;
        this.hasNode = hasNode;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Path.of(args.length > 0 ? args[0] : "../shared/data");
        Path out = Path.of(args.length > 1 ? args[1] : "target/understanding.json");
        ObjectNode told = JSON.createObjectNode();
        told.put("machine", System.getProperty("os.arch") + ", processors: "
                + Runtime.getRuntime().availableProcessors());
        told.put("java", System.getProperty("java.runtime.version"));
        told.put("heapOfOurs", HEAP);
        if (Arrays.asList(args).contains("--steps")) {
            told.set("steps", Steps.measure(data));
        } else {
            boolean hasNode = installed();
            told.put("nlpjs", hasNode ? "@nlpjs/basic 4.27.0" : "left out: npm could not install it");
            new Understanding(data, hasNode).measure(told);
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(out.toFile(), told);
    }

    /** Installs nlp.js as pinned; false where there is no node, or no way to the packages. */
    private static boolean installed() throws IOException, InterruptedException {
        Files.createDirectories(NLPJS);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "contestant.js")) {
            Files.write(NLPJS.resolve(file), Files.readAllBytes(Path.of("src/bench/nlpjs", file)));
        }
        try {
            return new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--silent")
                            .directory(NLPJS.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private void measure(ObjectNode told) throws IOException, InterruptedException {
        ArrayNode sets = told.putArray("sets");
        for (String name : SETS) {
            List<Row> rows = Row.read(data.resolve(name + ".tsv"));
            ObjectNode set = sets.addObject().put("name", name);
            set.put("classes", rows.stream().map(Row::label).distinct().count());
            set.put("train", rows.stream().filter(Row::trains).count());
            set.put("test", rows.stream().filter(row -> row.split().equals("test")).count());
            set.set("ours", contest(name, rows, true));
            if (hasNode) {
                set.set("nlpjs", contest(name, rows, false));
            }
            if (name.equals(WITH_OUT_OF_SCOPE)) {
                ObjectNode published = set.putObject("published");
                published.set("withClass", JSON.valueToTree(WITH_CLASS));
                published.set("withThreshold", JSON.valueToTree(WITH_THRESHOLD));
            }
            print(set);
        }
        ObjectNode sigdial = told.putObject("sigdialTogether");
        sigdial.put("ours", together(sets, "ours"));
        if (hasNode) {
            sigdial.put("nlpjs", together(sets, "nlpjs"));
        }
        sigdial.set("published", JSON.valueToTree(SIGDIAL_F1));
        System.out.println("SIGDIAL together, micro-F1: " + sigdial);
    }

    /** One label a message is guessed and one is right, so micro-F1 is the share that is right. */
    private static double together(ArrayNode sets, String whose) {
        double right = 0;
        double all = 0;
        for (JsonNode set : sets) {
            if (TOGETHER.contains(set.get("name").asText())) {
                right += set.get(whose).get("accuracy").asDouble() * set.get("test").asInt();
                all += set.get("test").asInt();
            }
        }
        return right / all;
    }

    private ObjectNode contest(String set, List<Row> rows, boolean ours) throws IOException, InterruptedException {
        List<Row> asked = rows.stream().filter(row -> !row.trains()).toList();
        int passes = Math.max(1, TIMED / asked.size());
        ObjectNode told = run(set, "threshold", passes, ours);
        Guesses guesses = new Guesses(asked, told.remove("guesses"));
        told.put("accuracy", guesses.inScope(0));
        if (asked.stream().anyMatch(row -> row.label().equals(OUT_OF_SCOPE))) {
            double threshold = guesses.bestThreshold();
            told.put("threshold", threshold);
            told.put("accuracyWithThreshold", guesses.inScope(threshold));
            told.put("outOfScopeRecallWithThreshold", guesses.outOfScope(threshold));
            Guesses withClass = new Guesses(asked, run(set, "class", 1, ours).get("guesses"));
            told.put("accuracyWithClass", withClass.inScope(0));
            told.put("outOfScopeRecallWithClass", withClass.outOfScope(0));
        }
        return told;
    }

    private ObjectNode run(String set, String outOfScope, int passes, boolean ours)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("contest", ".json");
        List<String> program = ours
                ? List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Contestant.class.getName())
                : List.of("node", NLPJS.resolve("contestant.js").toString());
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                data.resolve(set + ".tsv").toString(), outOfScope, Integer.toString(passes), out.toString()));
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("The contestant failed on " + set + ": " + program.get(0));
        }
        ObjectNode told = (ObjectNode) JSON.readTree(out.toFile());
        Files.delete(out);
        return told;
    }

    private static void print(ObjectNode set) {
        for (String whose : List.of("ours", "nlpjs")) {
            JsonNode told = set.get(whose);
            if (told != null) {
                System.out.printf(
                        "%-22s %-6s accuracy %.4f, training %6.1f CPU s, a message %6.0f CPU us, %4.0f MB%s%n",
                        set.get("name").asText(),
                        whose,
                        told.get("accuracy").asDouble(),
                        told.get("trainCpuSeconds").asDouble(),
                        told.get("cpuMicrosAMessage").asDouble(),
                        told.get("peakMegabytes").asDouble(),
                        told.has("threshold") ? " " + told : "");
            }
        }
    }
}

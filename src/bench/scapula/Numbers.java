package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * All figures by one command, into a file of JSON, a table and plots.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.args="--quick"}
 */
@Command(
        name = "numbers",
        description = "Measures, and writes numbers.json, numbers.md and plots.",
        mixinStandardHelpOptions = true)
public final class Numbers implements Callable<Integer> {

    /** One kind of figure. */
    private interface Part {
        JsonNode measure(Bench bench) throws Exception;
    }

    private static final Map<String, Part> USUAL = new LinkedHashMap<>();
    private static final Map<String, Part> WHEN_ASKED =
            Map.of("rate", Load::measure, "jmh", Harness::measure, "profile", Flames::measure, "steps", bench ->
                    understood(bench, "steps", "--steps"));

    static {
        USUAL.put("size", Sizes::measure);
        USUAL.put("stages", Stages::measure);
        USUAL.put("load", AgainstEcho::measure);
        USUAL.put("start", Starting::measure);
        USUAL.put("growth", Growth::measure);
        USUAL.put("understanding", bench -> understood(bench, "understanding"));
    }

    /** What the README shows. */
    private static final Path SHOWN = Path.of("src/docs/bench");

    private static final Path README = Path.of("README.md");
    private static final Pattern PLACE = Pattern.compile("(?s)<!-- numbers -->.*?<!-- end -->");

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            description = "The public sets. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--into",
            defaultValue = "target/bench",
            description =
                    "Where to; src/docs/bench also puts the main figures into the README. Default: ${DEFAULT-VALUE}.")
    private Path into;

    @Option(names = "--quick", description = "A rough look; the public sets are measured in whole all the same.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            description = "Parts: size, stages, load, start, growth, understanding; and those that nothing else runs:"
                    + " rate (the highest that one node holds), jmh (benchmarks of classes), profile (a flame graph), steps (what"
                    + " each step of the intents' reader brought)."
                    + " All of the first where none is named.")
    private List<String> only;

    @Option(names = "--draw", description = "Measures nothing; writes the table and the plots of what was measured.")
    private boolean drawn;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(Path.of(Node.JAR))) {
            System.err.println("There is no target/scapula.jar. Build it: mvn -q package -DskipTests");
            return CommandLine.ExitCode.SOFTWARE;
        }
        Files.createDirectories(into);
        Bench bench = new Bench(data, into, quick);
        ObjectNode results = earlier();
        ObjectNode failed = Chat.JSON.createObjectNode();
        for (String name : parts()) {
            measure(name, bench, results, failed);
            results.set("failed", failed);
            write(results);
        }
        write(results);
        return failed.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Collection<String> parts() {
        if (drawn) {
            return List.of();
        }
        return only == null ? USUAL.keySet() : only;
    }

    /** What this run does not measure stays, with the machine and the day that it was measured on. */
    private ObjectNode earlier() throws IOException {
        Path file = into.resolve("numbers.json");
        return Files.exists(file) ? (ObjectNode) Chat.JSON.readTree(file.toFile()) : Chat.JSON.createObjectNode();
    }

    private static void measure(String name, Bench bench, ObjectNode results, ObjectNode failed) {
        System.out.println("== " + name);
        long began = System.nanoTime();
        try {
            Part part = USUAL.getOrDefault(name, WHEN_ASKED.get(name));
            if (part == null) {
                throw new IllegalArgumentException("there is no such part");
            }
            ObjectNode measured = results.putObject(name);
            measured.put("date", LocalDate.now(ZoneOffset.UTC).toString())
                    .put("quick", bench.quick())
                    .set("machine", Chat.JSON.valueToTree(Machine.here()));
            measured.set("result", part.measure(bench));
            measured.put("seconds", (System.nanoTime() - began) / 1_000_000_000);
        } catch (Exception wrong) {
            results.remove(name);
            failed.put(name, wrong.toString());
            System.err.println(name + " failed: " + wrong);
        }
    }

    private void write(ObjectNode results) throws IOException {
        Chat.JSON
                .writerWithDefaultPrettyPrinter()
                .writeValue(into.resolve("numbers.json").toFile(), results);
        Files.writeString(into.resolve("numbers.md"), Table.of(results));
        Plots.write(results, into);
        if (into.equals(SHOWN)) {
            String readme = Files.readString(README);
            String figures = Matcher.quoteReplacement("<!-- numbers -->\n\n" + InShort.of(results) + "\n<!-- end -->");
            Files.writeString(README, PLACE.matcher(readme).replaceFirst(figures));
        }
    }

    private static JsonNode understood(Bench bench, String name, String... how)
            throws IOException, InterruptedException {
        Path file = bench.into().resolve(name + ".json").toAbsolutePath();
        List<String> command = new ArrayList<>(JavaProgram.line(
                List.of("-Xmx4g"),
                JavaProgram.CLASSPATH,
                "scapula.understand.Understanding",
                bench.data().toString(),
                file.toString()));
        command.addAll(List.of(how));
        JavaProgram.printed(new ProcessBuilder(command)).forEach(System.out::println);
        return Chat.JSON.readTree(file.toFile());
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        String[] words = String.join(" ", args).strip().split("\\s+");
        System.exit(new CommandLine(new Numbers()).execute(words[0].isEmpty() ? new String[0] : words));
    }
}

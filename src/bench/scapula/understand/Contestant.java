package scapula.understand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scapula.domain.Intent;
import scapula.understand.Features.Seen;

/** The bot's own intent model in a process of its own, trained on one public set and asked its other rows. */
public final class Contestant {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Contestant() {}

    /** A row of a set. */
    record Row(String split, String label, String text) {

        static List<Row> read(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\t", 3))
                    .map(parts -> new Row(parts[0], parts[1], parts[2]))
                    .toList();
        }

        boolean trains() {
            return split.equals("train");
        }
    }

    /** Arguments: the set, "class" where its out-of-scope rows train a class, passes to time, where to write the JSON. */
    public static void main(String[] args) throws IOException {
        Features features =
                new Features(new WordVectors(ByteBuffer.wrap(Files.readAllBytes(Path.of("models/vectors/words.bin")))));
        List<Row> rows = Row.read(Path.of(args[0]));
        long started = PROCESS.getProcessCpuTime();
        IntentModel model = IntentModel.train(features, examples(rows, features, args[1].equals("class")));
        long trained = PROCESS.getProcessCpuTime();
        List<Row> asked = rows.stream().filter(row -> !row.trains()).toList();
        List<Map<String, Object>> guesses = new ArrayList<>();
        for (Row row : asked) {
            Intent surest = guess(model, row);
            guesses.add(Map.of("label", surest.id(), "sure", surest.confidence()));
        }
        int passes = Integer.parseInt(args[2]);
        long first = PROCESS.getProcessCpuTime();
        for (int pass = 0; pass < passes; pass++) {
            asked.forEach(row -> guess(model, row));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("trainCpuSeconds", (trained - started) / 1e9);
        told.put("cpuMicrosAMessage", (PROCESS.getProcessCpuTime() - first) / 1e3 / (passes * (double) asked.size()));
        told.put("peakMegabytes", peakMegabytes());
        told.put("guesses", guesses);
        new ObjectMapper().writeValue(Path.of(args[3]).toFile(), told);
    }

    private static Map<String, List<Seen>> examples(List<Row> rows, Features features, boolean outOfScope) {
        Map<String, List<Seen>> examples = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.trains() && (outOfScope || !row.label().equals(Understanding.OUT_OF_SCOPE)))
                .forEach(row -> examples.computeIfAbsent(row.label(), label -> new ArrayList<>())
                        .add(features.of(Text.words(row.text()), List.of())));
        return examples;
    }

    private static Intent guess(IntentModel model, Row row) {
        return model.guess(Text.words(row.text()), List.of()).get(0);
    }

    /** The most memory that this process ever held, where the system tells it (Linux); else 0. */
    private static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmHWM:"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum()
                        / 1024.0;
    }
}

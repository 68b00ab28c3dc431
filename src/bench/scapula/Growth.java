package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a turn takes with more answers, more red-flag rules and more conversations than there are. */
final class Growth {

    private Growth() {}

    /**
     * Some sizes of one thing.
     *
     * @param exponent e where a cost of size to the power of e goes through the first and the last point: 1 is linear
     */
    record Line(String of, String unit, double exponent, List<Point> points) {}

    /** @param relative to the smallest size */
    record Point(int size, double cost, double relative) {}

    record Result(List<Line> lines, double heapBytesAConversation, double fileBytesAConversation) {}

    static JsonNode measure(Bench bench) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        List<Integer> kept = bench.quick() ? List.of(1, 1_000, 100_000) : List.of(1, 1_000, 30_000, 1_000_000);
        JsonNode memory = Kept.measure(bench, "memory", kept);
        lines.add(kept("conversations in memory", memory));
        Path folder = empty(Bench.WORK.resolve("kept"));
        JsonNode file =
                Kept.measure(bench, folder.resolve("talks").toAbsolutePath().toString(), inFile(bench));
        lines.add(kept("conversations in an H2 file", file));
        empty(folder);
        lines.add(content(bench, "answers", bench.quick() ? List.of(500) : List.of(500, 5_000)));
        lines.add(content(bench, "red-flag rules", bench.quick() ? List.of(1_000) : List.of(300, 1_000, 3_000)));
        return Chat.JSON.valueToTree(new Result(
                lines, memory.get("bytes").asDouble(), file.get("bytes").asDouble()));
    }

    /** Of conversations, what is measured is the store alone; of all else, the turn without the store's part. */
    static String work(String of) {
        return of.startsWith("conversations") ? "keeping a turn" : "a turn";
    }

    /** A million would take 40 GB of disk. */
    private static List<Integer> inFile(Bench bench) {
        return bench.quick() ? List.of(1, 1_000, 10_000) : List.of(1, 1_000, 100_000);
    }

    private static Line kept(String of, JsonNode measured) {
        Map<Integer, Double> costs = new LinkedHashMap<>();
        measured.get("at")
                .forEach(at ->
                        costs.put(at.get("kept").asInt(), at.get("cpuMicros").asDouble()));
        return line(of, costs);
    }

    /**
     * What there is now, and grown to these sizes; each is measured in turn, and again, and the lower figure counts,
     * since other work of the machine only adds.
     */
    private static Line content(Bench bench, String of, List<Integer> sizes) throws IOException, InterruptedException {
        GrownContent now = GrownContent.asItIs();
        Map<Integer, String> classpaths = new TreeMap<>();
        classpaths.put(now.count(of), JavaProgram.CLASSPATH);
        for (int size : sizes) {
            String name = of.replace(' ', '-') + "-" + size;
            classpaths.put(size, GrownClasses.classpath(now.grown(of, size), name));
        }
        Map<Integer, Double> costs = new TreeMap<>();
        for (int round = 0; round < bench.times(2, 1); round++) {
            for (Map.Entry<Integer, String> one : classpaths.entrySet()) {
                JsonNode stages = Stages.in(bench, one.getValue(), bench.times(20, 10), bench.times(10, 4));
                costs.merge(one.getKey(), stages.get("micros").asDouble(), Math::min);
            }
        }
        return line(of, costs);
    }

    private static Line line(String of, Map<Integer, Double> costs) {
        int smallest = costs.keySet().iterator().next();
        double least = costs.get(smallest);
        List<Point> points = new ArrayList<>();
        costs.forEach((size, cost) -> points.add(new Point(size, cost, cost / least)));
        Point last = points.get(points.size() - 1);
        double exponent = Math.log(last.relative()) / Math.log((double) last.size() / smallest);
        Line line = new Line(of, "microseconds of processor time a turn", exponent, points);
        System.out.println(line);
        return line;
    }

    private static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}

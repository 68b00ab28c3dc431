package scapula;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import scapula.Driver.Driven;

/** What the program holds of the machine's memory after many turns, and the smallest heap that it can do with. */
record Memory(Bench bench, Driving driving) {

    private static final int CONNECTIONS = 4;
    private static final int LEAST_HEAP = 32;
    private static final int PLENTY = 512;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int PATIENCE = 5;

    /**
     * Of a program after many turns.
     *
     * @param turns that were answered well
     * @param megabytes of the machine's memory in all
     * @param highest that it ever was
     */
    record After(String command, long turns, double megabytes, double highest) {}

    After after(String name, List<String> command, Duration most) throws IOException, InterruptedException {
        try (Launched launched = Launched.by(command)) {
            launched.awaitAnswer();
            Driven driven = driving.so(turns(), launched.url(), CONNECTIONS, most);
            Usage usage = launched.usage();
            return new After(name, driven.good(), usage.residentMegabytes(), usage.highestMegabytes());
        }
    }

    After after(String name, List<String> command) throws IOException, InterruptedException {
        return after(name, command, LONG);
    }

    After after(int heap) throws IOException, InterruptedException {
        return after("java -Xmx%dm -jar target/scapula.jar".formatted(heap), jar(heap));
    }

    /** The smallest in megabytes that answers all turns, and not five times more slowly than one with plenty. */
    int smallestHeap() throws IOException, InterruptedException {
        long began = System.nanoTime();
        after(PLENTY);
        Duration patience = Duration.ofNanos(PATIENCE * (System.nanoTime() - began));
        int step = bench.times(8, 32);
        int works = PLENTY;
        int fails = LEAST_HEAP - step;
        while (works - fails > step) {
            int between = (works + fails) / 2 / step * step;
            boolean well = works(between, patience);
            System.out.println("-Xmx" + between + "m: " + (well ? "works" : "fails"));
            works = well ? between : works;
            fails = well ? fails : between;
        }
        return works;
    }

    /** A program that has too little ends, answers nothing, or takes forever. */
    private boolean works(int heap, Duration patience) throws InterruptedException {
        try {
            return after("tried", jar(heap), patience).turns() == turns();
        } catch (IOException never) {
            return false;
        }
    }

    private int turns() {
        return bench.times(10_000, 1_000);
    }

    private static List<String> jar(int heap) {
        return jar("-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError");
    }

    static List<String> jar(String... forJava) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(Stream.of(java), Stream.of(forJava), Stream.of("-jar", Node.JAR))
                .flatMap(part -> part)
                .toList();
    }
}

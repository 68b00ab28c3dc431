package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a program has taken so far, as Linux counts it; nothing on another system.
 *
 * @param cpuMicros of all its threads, in the program and in the kernel; Linux counts hundredths of a second
 * @param residentMegabytes what it holds of the machine's memory now
 * @param highestMegabytes the most that it held
 */
record Usage(long cpuMicros, double residentMegabytes, double highestMegabytes) {

    private static final Path LINUX = Path.of("/proc/self/stat");
    private static final long MICROS_A_TICK = 10_000;

    static Usage of(long pid) throws IOException {
        if (!Files.exists(LINUX)) {
            return new Usage(0, 0, 0);
        }
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(afterName[11]) + Long.parseLong(afterName[12]);
        return new Usage(ticks * MICROS_A_TICK, megabytes(process, "VmRSS:"), megabytes(process, "VmHWM:"));
    }

    private static double megabytes(Path process, String name) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElse(0);
    }
}

package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** From the command to the first good answer, and the memory that this takes then and after many turns. */
final class Starting {

    private static final Path LAUNCHER = Path.of("target/scapula").toAbsolutePath();

    private Starting() {}

    /** From the start of a command to its first good answer. */
    private record Start(double seconds, double cpuSeconds, double megabytes) {}

    /** Of all starts the middle one and the fastest. */
    record Command(String command, double seconds, double fastest, double cpuSeconds, double megabytes, int starts) {}

    record Result(List<Command> commands, List<Memory.After> memory, int smallestHeap) {}

    static JsonNode measure(Bench bench) throws IOException, InterruptedException {
        Map<String, List<String>> commands = commands();
        List<Command> starts = new ArrayList<>();
        for (Map.Entry<String, List<String>> command : commands.entrySet()) {
            starts.add(started(command.getKey(), command.getValue(), bench.times(7, 3)));
        }
        System.out.println(starts);
        try (Driving driving = Driving.start(bench.messagesFile())) {
            Memory memory = new Memory(bench, driving);
            List<Memory.After> after = new ArrayList<>();
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                after.add(memory.after(command.getKey(), command.getValue()));
            }
            int smallest = memory.smallestHeap();
            after.add(memory.after(smallest));
            System.out.println(after);
            return Chat.JSON.valueToTree(new Result(starts, after, smallest));
        }
    }

    private static Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        if (Files.isExecutable(LAUNCHER)) {
            commands.put("target/scapula", List.of(LAUNCHER.toString()));
        }
        commands.put("java -jar target/scapula.jar", Memory.jar());
        return commands;
    }

    private static Command started(String name, List<String> command, int times)
            throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            starts.add(start(command));
        }
        return new Command(
                name,
                middle(starts, Start::seconds),
                starts.stream().mapToDouble(Start::seconds).min().orElse(0),
                middle(starts, Start::cpuSeconds),
                middle(starts, Start::megabytes),
                times);
    }

    private static double middle(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static Start start(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Launched launched = Launched.by(command)) {
            launched.awaitAnswer();
            double seconds = (System.nanoTime() - began) / 1e9;
            Usage usage = launched.usage();
            return new Start(seconds, usage.cpuMicros() / 1e6, usage.residentMegabytes());
        }
    }
}

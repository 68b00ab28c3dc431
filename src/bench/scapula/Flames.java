package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import one.profiler.AsyncProfilerLoader;

/**
 * Where the processor's time goes: the program under load, looked at a thousand times a second by async-profiler. A
 * clock in the threads is used, since the counters of the processor are closed to a container.
 */
final class Flames {

    private static final int CONNECTIONS = 16;

    private Flames() {}

    static JsonNode measure(Bench bench) throws IOException {
        Path graph = bench.into().resolve("flame.html").toAbsolutePath();
        try (Driving driving = Driving.start(bench.messagesFile());
                Node node = Node.start(List.of("-Xmx512m"))) {
            driving.first(node.url(), CONNECTIONS, bench.seconds(60, 20));
            String pid = Long.toString(node.pid());
            AsyncProfilerLoader.executeProfiler("start", "-e", "ctimer", "-i", "1ms", pid);
            driving.first(node.url(), CONNECTIONS, bench.seconds(30, 10));
            AsyncProfilerLoader.executeProfiler("stop", "-o", "flamegraph", "-f", graph.toString(), pid);
        }
        System.out.println("See " + graph);
        return Chat.JSON.createObjectNode().put("graph", graph.toString());
    }
}

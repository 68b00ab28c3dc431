package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import scapula.Driver.Driven;
import scapula.http.Echo;

/** {@code POST /api/chat} beside a bare echo of the same web server: same settings, same load, in turn. */
record AgainstEcho(Bench bench, Driving driving, Node echo, Node chat) {

    private static final List<String> FOR_JAVA = List.of("-Xmx512m");
    private static final int[] CONNECTIONS = {1, 16, 64, 256};
    private static final int CONNECTIONS_TO_WARM_UP = 16;
    private static final int WINDOWS_THAT_ARE_FLAT = 3;
    private static final double FLAT = 1.05;

    /** One of the two, at one number of connections. The 99th percentile is the middle one of the rounds'. */
    record Side(double perSecond, double p50Micros, double p99Micros, double cpuMicros, long failed) {}

    /** Both; the ratios are chat by echo, so that for throughput more is better, and for the rest less. */
    record Level(int connections, Side echo, Side chat, double throughput, double p99, double cpu) {}

    /** @param talk whole conversations instead of first messages */
    record Result(List<String> options, int messages, List<Level> levels, int talkConnections, Side talk) {}

    /** What one round saw of one side. */
    private record Round(Driven driven, long cpuMicros) {}

    /** Sends something to a server. */
    private interface Load {
        Driven on(Node node) throws IOException;
    }

    static JsonNode measure(Bench bench) throws IOException {
        String classpath = Node.JAR + System.getProperty("path.separator") + Path.of("target/test-classes");
        try (Driving driving = Driving.start(bench.messagesFile());
                Node echo = Node.run(JavaProgram.line(FOR_JAVA, classpath, Echo.class.getName()));
                Node chat = Node.start(FOR_JAVA)) {
            return Chat.JSON.valueToTree(new AgainstEcho(bench, driving, echo, chat).measured());
        }
    }

    private Result measured() throws IOException {
        warmUp(echo);
        warmUp(chat);
        List<Level> levels = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            Level level = level(connections);
            System.out.printf(
                    "%3d connections: echo %.0f/s, chat %.0f/s (%.3f), p99 %.1f times, processor %.1f times%n",
                    connections,
                    level.echo().perSecond(),
                    level.chat().perSecond(),
                    level.throughput(),
                    level.p99(),
                    level.cpu());
            levels.add(level);
        }
        Duration time = bench.seconds(15, 3);
        Load talks = node -> driving.talks(node.url(), CONNECTIONS_TO_WARM_UP, time);
        Side talk = side(List.of(round(chat, talks)));
        return new Result(FOR_JAVA, bench.messages().size(), levels, CONNECTIONS_TO_WARM_UP, talk);
    }

    private Level level(int connections) throws IOException {
        Duration time = bench.seconds(8, 2);
        List<Round> echoes = new ArrayList<>();
        List<Round> chats = new ArrayList<>();
        for (int i = 0; i < bench.times(3, 2); i++) {
            echoes.add(round(echo, node -> driving.first(node.url(), connections, time)));
            chats.add(round(chat, node -> driving.first(node.url(), connections, time)));
        }
        Side bare = side(echoes);
        Side real = side(chats);
        return new Level(
                connections,
                bare,
                real,
                real.perSecond() / bare.perSecond(),
                real.p99Micros() / bare.p99Micros(),
                real.cpuMicros() / bare.cpuMicros());
    }

    private static Round round(Node node, Load load) throws IOException {
        long before = Usage.of(node.pid()).cpuMicros();
        Driven driven = load.on(node);
        return new Round(driven, Usage.of(node.pid()).cpuMicros() - before);
    }

    private static Side side(List<Round> rounds) {
        double good = rounds.stream().mapToLong(round -> round.driven().good()).sum();
        double seconds =
                rounds.stream().mapToDouble(round -> round.driven().seconds()).sum();
        long cpu = rounds.stream().mapToLong(Round::cpuMicros).sum();
        long failed =
                rounds.stream().mapToLong(round -> round.driven().failed()).sum();
        return new Side(
                good / seconds,
                middle(rounds, round -> round.driven().p50()),
                middle(rounds, round -> round.driven().p99()),
                cpu / good,
                failed);
    }

    private static double middle(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Until some windows in a row are equally fast, or it has been long enough. */
    private void warmUp(Node node) throws IOException {
        Duration window = bench.seconds(5, 2);
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < bench.times(30, 5); i++) {
            rates.add(driving.first(node.url(), CONNECTIONS_TO_WARM_UP, window).perSecond());
            List<Double> last = rates.subList(Math.max(0, rates.size() - WINDOWS_THAT_ARE_FLAT), rates.size());
            double highest =
                    last.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            double lowest = last.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            if (last.size() == WINDOWS_THAT_ARE_FLAT && highest < lowest * FLAT) {
                return;
            }
        }
    }
}

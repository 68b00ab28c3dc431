package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import scapula.http.Server;

/** The command that asks a running Scapula how it is. */
class HealthTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int health(int port, String... more) {
        CommandLine line = Main.commandLine(System::getenv, Assembly::built);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of("health", "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    @Test
    void whoeverServesIsReady() {
        Server server = Chat.server(Chat.access(0));
        int port = server.start("localhost", 0);
        assertEquals(0, health(port));
        assertEquals(
                "http://127.0.0.1:" + port + "/health/ready says yes.",
                out.toString().strip());
        assertEquals("", err.toString());
        server.stop(Duration.ZERO);
    }

    @Test
    void whoeverStopsIsNotButIsAlive() {
        Server server = Chat.server(Chat.access(0));
        int port = server.start("localhost", 0);
        server.drain();
        assertEquals(1, health(port));
        assertEquals(
                "http://127.0.0.1:" + port + "/health/ready says no, with 503.",
                err.toString().strip());
        assertEquals(0, health(port, "--live"));
        server.stop(Duration.ZERO);
    }

    @Test
    void whereNobodyListensNobodyIsReady() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals(1, health(port));
        assertEquals(
                "http://127.0.0.1:" + port + "/health/ready does not answer.",
                err.toString().strip());
    }

    /** A server that hangs is noticed, and does not hang whoever asks. */
    @Test
    void whoeverListensAndSaysNothingIsNotReady() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(1, health(silent.getLocalPort()));
        }
    }
}

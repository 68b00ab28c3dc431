package scapula;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program, started by some command, from before it answers. */
record Launched(Process process, int port) implements AutoCloseable {

    private static final String QUESTION = "why does my left side ache after the gym?";
    private static final String ANSWER = "\"left-side-after-workout\"";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int MILLIS_BETWEEN_TRIES = 5;

    static Launched by(List<String> command) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--port", Integer.toString(port), "--messages-per-minute", "0"));
        Process process = new ProcessBuilder(line)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        return new Launched(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (Wire wire = new Wire(URI.create(url()))) {
            while (wire.post(QUESTION, "") != 200 || !wire.body().contains(ANSWER)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("No good answer came.");
                }
                Thread.sleep(MILLIS_BETWEEN_TRIES);
            }
        }
    }

    Usage usage() throws IOException {
        return Usage.of(process.pid());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}

package scapula;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import scapula.Driver.Driven;

/** The {@link Driver}, running, and told what to do. */
final class Driving implements AutoCloseable {

    private static final long ANY_NUMBER = 1_000_000_000L;
    private static final Duration LONG = Duration.ofHours(1);

    private final Process process;
    private final BufferedReader results;
    private final PrintStream orders;

    private Driving(Process process) {
        this.process = process;
        this.results = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static Driving start(Path messages) throws IOException {
        List<String> light = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss256k");
        return new Driving(JavaProgram.command(light, JavaProgram.CLASSPATH, Driver.class, messages.toString())
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** First messages of conversations, for so long. */
    Driven first(String url, int connections, Duration time) throws IOException {
        return drive(url + " first " + connections + " " + time.toMillis() + " " + ANY_NUMBER);
    }

    /** Conversations of several messages, for so long. */
    Driven talks(String url, int connections, Duration time) throws IOException {
        return drive(url + " talk " + connections + " " + time.toMillis() + " " + ANY_NUMBER);
    }

    /** So many first messages, but for so long at most. */
    Driven so(long many, String url, int connections, Duration most) throws IOException {
        return drive(url + " first " + connections + " " + most.toMillis() + " " + many);
    }

    private Driven drive(String order) throws IOException {
        orders.println(order);
        String line = results.readLine();
        if (line == null) {
            throw new IOException("The driver ended.");
        }
        return Chat.JSON.readValue(line, Driven.class);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

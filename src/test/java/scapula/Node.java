package scapula;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The one jar, running as a program of its own that can be stopped, killed and looked at. */
final class Node implements AutoCloseable {

    static final String JAR = Path.of("target", "scapula.jar").toAbsolutePath().toString();

    private final Process process;
    private final Path log;
    private final String url;

    private Node(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /** Starts it with these options after those for Java, on a free port, and waits until it serves. */
    static Node start(List<String> forJava, String... options) {
        return start(List.of(), forJava, options);
    }

    /** Starts it where a folder is a small disk of its own, which nobody else sees but by {@link #seen}. */
    static Node startWithDisk(Path folder, String size, String... options) {
        String mount = "mount -t tmpfs -o size=" + size + " none '" + folder + "' && exec \"$@\"";
        return start(List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"), List.of(), options);
    }

    /** A file as it is seen by the program. */
    Path seen(Path file) {
        return Path.of("/proc", Long.toString(process.pid()), "root")
                .resolve(Path.of("/").relativize(file));
    }

    private static Node start(List<String> before, List<String> forJava, String... options) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(forJava);
        command.addAll(List.of("-jar", JAR, "--port", "0", "--messages-per-minute", "0"));
        command.addAll(List.of(options));
        return run(command);
    }

    /** Runs any command that says where it serves, and waits until it does. */
    static Node run(List<String> command) {
        try {
            Path log = Files.createTempFile("scapula", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null || !line.startsWith("Scapula is at ")) {
                throw new AssertionError("expected a server, but was: " + line + "\n" + Files.readString(log));
            }
            return new Node(process, log, line.replaceFirst("Scapula is at (http://\\S+).*", "$1"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return url;
    }

    /** Pulls the plug: nothing in it gets to end what it began. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Holds it for a while, as a busy machine does. */
    void pause(Duration time) throws IOException, InterruptedException {
        signal("STOP");
        Thread.sleep(time.toMillis());
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** Asks it to stop, as a system does. */
    void terminate() {
        process.destroy();
    }

    int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("expected it to end within a minute");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** All that it has written to its log. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

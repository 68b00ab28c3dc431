package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this classpath that run in a Java of their own, where nothing that ran before is in their way. */
final class JavaProgram {

    static final String CLASSPATH = System.getProperty("java.class.path");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private JavaProgram() {}

    static List<String> line(List<String> forJava, String classpath, String main, String... arguments) {
        List<String> line = new ArrayList<>(List.of(JAVA));
        line.addAll(forJava);
        line.addAll(List.of("-classpath", classpath, main));
        line.addAll(List.of(arguments));
        return line;
    }

    static ProcessBuilder command(List<String> forJava, String classpath, Class<?> main, String... arguments) {
        return new ProcessBuilder(line(forJava, classpath, main.getName(), arguments));
    }

    /** Runs it to its end, and gives the last line that it printed, which is JSON. */
    static JsonNode json(List<String> forJava, String classpath, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> lines = printed(command(forJava, classpath, main, arguments));
        return Chat.JSON.readTree(lines.get(lines.size() - 1));
    }

    /** Runs it to its end, and gives what it printed. */
    static List<String> printed(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(Redirect.INHERIT).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int status = process.waitFor();
        if (status != 0) {
            int main = command.command().indexOf("-classpath") + 2;
            throw new IOException(command.command().get(main) + " ended with " + status);
        }
        return lines;
    }
}

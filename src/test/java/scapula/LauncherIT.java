package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code target/scapula}, which starts the jar with the classes that the build wrote down, or without them. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path elsewhere;

    private Process start(Path launcher, String forJava, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command).directory(elsewhere.toFile());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        program.environment().put("JAVA_OPTS", forJava);
        return program.start();
    }

    private static Path archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*/scapula\\.(jsa|aot)"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the build writes down the classes"));
        }
    }

    /** The launcher and the jar in a folder whose name has a space. */
    private Path moved() throws IOException {
        Path folder = Files.createDirectory(elsewhere.resolve("a folder"));
        for (String file : List.of("scapula", "scapula.jar")) {
            Files.copy(TARGET.resolve(file), folder.resolve(file));
        }
        assertTrue(folder.resolve("scapula").toFile().setExecutable(true));
        return folder;
    }

    /** It becomes Java itself, so that who stops it stops the server. */
    @Test
    void itServesWithTheClassesThatTheBuildWroteDown() throws IOException, InterruptedException {
        archive(TARGET);
        Path loaded = elsewhere.resolve("loaded.txt");
        Process server = start(TARGET.resolve("scapula"), "-Xlog:class+load:file=" + loaded, "--port", "0");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Chat chat = new Chat(out.readLine().replaceFirst("Scapula is at (http://\\S+).*", "$1"));
            assertEquals(List.of("why-tight"), Chat.answers(chat.say("why is my upper back so tight")));
        } finally {
            server.destroy();
        }
        assertEquals(143, server.waitFor(), "stopped by SIGTERM");
        List<String> own = Files.readAllLines(loaded).stream()
                .filter(line -> line.contains(" scapula."))
                .toList();
        long kept = own.stream()
                .filter(line -> line.contains("source: shared objects file"))
                .count();
        assertTrue(kept > own.size() * 9 / 10, () -> own.size() + " classes, but from the archive " + kept);
    }

    @Test
    void itTakesArgumentsAsTheyAreAndEndsAsTheProgramEnds() throws IOException, InterruptedException {
        Path launcher = TARGET.resolve("scapula");
        assertSays(0, "Squeeze your shoulder blades together", launcher, "ask", "how do you stretch your  upper back?");
        Process wrong = start(launcher, "", "--such-an-option", "does not exist");
        assertEquals(2, wrong.waitFor());
    }

    @Test
    void itStartsWhereTheBuildWroteNothingDown() throws IOException, InterruptedException {
        assertSays(0, "scapula ", moved().resolve("scapula"), "--version");
    }

    @Test
    void itStartsWithClassesOfAnotherJarAndWithBrokenOnes() throws IOException, InterruptedException {
        Path folder = moved();
        Path archive = archive(TARGET);
        Path copy = folder.resolve(archive.getFileName());
        Files.copy(archive, copy);
        Path jar = folder.resolve("scapula.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertSays(0, "scapula ", folder.resolve("scapula"), "--version");
        Files.delete(copy);
        Files.write(copy, new byte[100_000]);
        assertSays(0, "scapula ", folder.resolve("scapula"), "--version");
    }

    @Test
    void itStartsThroughALinkFromAnotherFolder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("linked"), TARGET.resolve("scapula"));
        assertSays(0, "scapula ", link, "--version");
    }

    /** And nothing beside that, so that its output can be read by programs. */
    private void assertSays(int code, String words, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        Process program = start(launcher, "", arguments);
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaints = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(code, program.waitFor(), complaints);
        assertTrue(said.contains(words) && !said.contains("[warning]"), said);
        assertEquals("", complaints);
    }
}

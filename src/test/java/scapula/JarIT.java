package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar, started as its users start it and from a folder that holds nothing else. */
class JarIT {

    @TempDir
    private Path elsewhere;

    private Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", Node.JAR));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(elsewhere.toFile()).start();
    }

    @Test
    void itServesThePageAndTheChat() throws IOException, InterruptedException {
        Process server = java("--port", "0", "--region", "IE");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            String url = line.replaceFirst("Scapula is at (http://localhost:\\d+) for the region IE.*", "$1");

            HttpResponse<String> page = Chat.get(url, "/");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("call 112 or 999 now"), "the region's line is in the page itself");
            assertTrue(page.headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("")
                    .contains("require-trusted-types-for 'script'"));
            assertEquals(List.of("why-tight"), Chat.answers(new Chat(url).say("why is my upper back so tight")));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void itAnswersInTheTerminal() throws IOException, InterruptedException {
        Process ask = java("ask", "how", "do", "you", "stretch", "your", "upper", "back");
        String said = new String(ask.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaints = new String(ask.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ask.waitFor());
        assertTrue(said.contains("Squeeze your shoulder blades together"), said);
        assertEquals("", complaints);
    }

    /** What an editor's folder says counts, as it stands now. */
    @Test
    void itAnswersFromAFolderThatIsTrainedAndCompiledNow() throws IOException, InterruptedException {
        Process ask = java(
                "ask",
                "--json",
                "--content",
                Path.of("").toAbsolutePath().toString(),
                "how do you stretch your upper back");
        String said = new String(ask.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ask.waitFor());
        assertEquals("how-to-stretch", Chat.json(said).at("/answers/0/id").asText());
    }

    /** What the jar is made of stands in it, and each part is under a licence that lets anybody use it. */
    @Test
    void itListsItsPartsAndTheirLicences() throws IOException {
        Set<String> free = Set.of(
                "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "BSD licence", "EPL-1.0", "EPL-2.0", "MPL-2.0");
        try (ZipFile jar = new ZipFile(Node.JAR)) {
            JsonNode parts = Chat.JSON
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json")))
                    .get("components");
            assertTrue(parts.size() > 50, parts::toString);
            for (JsonNode part : parts) {
                List<String> licences = part.findValues("license").stream()
                        .map(licence ->
                                licence.path("id").asText(licence.path("name").asText()))
                        .toList();
                assertTrue(
                        licences.stream().anyMatch(free::contains)
                                || hasThreeClauses(jar, part.get("name").asText()),
                        () -> part.get("name") + " " + licences);
            }
        }
    }

    /**
     * "The BSD License" of a part's own description may be of two, three or four clauses, and the list guesses four: such a
     * part's licence stands in the jar, as it asks for.
     */
    private static boolean hasThreeClauses(ZipFile jar, String part) throws IOException {
        ZipEntry text = jar.getEntry("META-INF/licenses/" + part + ".txt");
        if (text == null) {
            return false;
        }
        String says = new String(jar.getInputStream(text).readAllBytes(), StandardCharsets.UTF_8);
        return says.contains("3. Neither name") && !says.contains("advertising");
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors change a folder while people talk: the new content is served as a whole, and a mistake changes nothing. */
class RenewalIT {

    private static final String QUESTION = "how do i stretch my upper back";

    @TempDir
    private Path folder;

    @Test
    void changedContentIsServedUnderLoadAndBrokenContentIsNot() throws Exception {
        copy("rules");
        copy("models");
        Path answer = answer();
        String before = Files.readString(answer);
        try (Node node = Node.start(List.of(), "--content", folder.toString())) {
            Chat patient = new Chat(node.url());
            patient.say("my upper back hurts and i have a cold sweat");
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger answered = new AtomicInteger();
            CompletableFuture<Void> people =
                    CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                                while (!done.get()) {
                                    new Chat(node.url()).say(QUESTION);
                                    answered.incrementAndGet();
                                }
                            }))
                            .limit(3)
                            .toArray(CompletableFuture[]::new));

            String first = version(node);
            Files.writeString(answer, before.replaceFirst("(?m)^title: .*$", "title: Stretching, told anew"));
            awaitChange(node, first);
            assertEquals(
                    "Stretching, told anew",
                    new Chat(node.url()).say(QUESTION).at("/answers/0/title").asText());

            String second = version(node);
            Files.writeString(answer, before.replaceFirst("(?m)^sources: .*$", "sources: [S9999]"));
            awaitLog(node, "The changed content is not used, it has mistakes");
            assertTrue(node.log().contains("how-to-stretch.md"), node.log());
            assertEquals(second, version(node), "the old content stays");

            Files.writeString(answer, before);
            Path rule = folder.resolve("rules/answers/stretching/stretching.drl");
            Files.writeString(
                    rule, Files.readString(rule).replace("is answered by six gentle moves", "gets six moves"));
            awaitChange(node, second);
            JsonNode reply = new Chat(node.url()).say(QUESTION);
            assertTrue(reply.get("because").toString().contains("gets six moves"), reply::toString);

            int sofar = answered.get();
            done.set(true);
            people.join();
            assertTrue(sofar > 0, "people talked all the while, and none was refused");
            assertEquals(
                    "emergency",
                    patient.say("no sweat now").at("/triage/level").asText(),
                    "a conversation of the old content keeps its level");
        }
    }

    private Path answer() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("rules"))) {
            return files.filter(file -> file.endsWith("how-to-stretch.md"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void copy(String part) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(part))) {
            files.forEach(file -> {
                try {
                    Files.copy(file, folder.resolve(file));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }
    }

    private static String version(Node node) {
        return Chat.json(Chat.get(node.url(), "/version").body()).get("rules").asText();
    }

    private static void awaitChange(Node node, String from) throws InterruptedException {
        for (int i = 0; i < 3_000 && version(node).equals(from); i++) {
            Thread.sleep(100);
        }
        assertNotEquals(from, version(node), node.log());
    }

    private static void awaitLog(Node node, String sentence) throws InterruptedException {
        for (int i = 0; i < 3_000 && !node.log().contains(sentence); i++) {
            Thread.sleep(100);
        }
        assertTrue(node.log().contains(sentence), node.log());
    }
}

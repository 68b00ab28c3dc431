package scapula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scapula.content.Content;
import scapula.domain.Picture;

/** The drawings of exercises: each is what the program draws today, has its words, and is shown by an answer. */
class PicturesTest {

    private static final Path DRAWN = Path.of("web/pictures");

    @Test
    void everyDrawingIsWhatItsPosesGive(@TempDir Path again) throws IOException, InterruptedException {
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/pictures/Draw.java",
                        again.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, status);
        assertEquals(names(again), names(DRAWN));
        for (String name : names(DRAWN)) {
            assertArrayEquals(Files.readAllBytes(again.resolve(name)), Files.readAllBytes(DRAWN.resolve(name)), name);
        }
    }

    @Test
    void everyPictureOfAnAnswerIsDrawn() throws IOException {
        Content content = Content.open(Path.of("."));
        Set<String> shown = content.answers().values().stream()
                .flatMap(answer -> answer.pictures().stream())
                .map(Picture::id)
                .map(id -> id + ".svg")
                .collect(Collectors.toSet());
        assertTrue(names(DRAWN).containsAll(shown), () -> "not drawn: " + shown);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

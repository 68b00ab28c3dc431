package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The figures that the README shows are those that were measured, and everyone can see them. */
class NumbersTest {

    private static final Path SHOWN = Path.of("src/docs/bench");
    private static final Pattern PLOT = Pattern.compile("!\\[([^\\]]+)\\]\\((src/docs/bench/[a-z0-9-]+\\.svg)\\)");

    @Test
    void theTableOfTheReadmeIsTheOneThatWasMeasured() throws IOException {
        List<String> measured =
                rows(Files.readString(SHOWN.resolve("numbers.md")).split("## ", -1)[1]);
        List<String> shown = rows(
                Files.readString(Path.of("README.md")).replaceAll("(?s).*<!-- numbers -->(.*?)<!-- end -->.*", "$1"));
        assertEquals(measured, shown);
        assertTrue(measured.size() > 3, "there are figures");
    }

    private static List<String> rows(String markdown) {
        return markdown.lines().filter(line -> line.startsWith("|")).toList();
    }

    @Test
    void everyPlotIsShownAndTellsInWordsWhatItShows() throws Exception {
        List<String> shown = PLOT.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(plot -> plot.group(2))
                .sorted()
                .toList();
        try (var files = Files.list(SHOWN)) {
            List<String> kept = files.map(Path::toString)
                    .map(file -> file.replace('\\', '/'))
                    .filter(file -> file.endsWith(".svg"))
                    .sorted()
                    .toList();
            assertEquals(kept, shown);
        }
        for (String plot : shown) {
            Document svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of(plot).toFile());
            for (String words : List.of("title", "desc")) {
                assertTrue(
                        svg.getElementsByTagName(words).item(0).getTextContent().length() > 3, plot);
            }
        }
    }
}

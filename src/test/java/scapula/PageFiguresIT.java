package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the page costs to load, as figures for people: {@code mvn -q package -Dtest=PageFiguresIT} leaves them in
 * {@code target/page-figures.txt}. Only what does not depend on the machine is held to a limit.
 */
class PageFiguresIT {

    private static final long MOST_BYTES = 60_000;
    private static final Path FIGURES = Path.of("target/page-figures.txt");
    private static final String WATCH = "window.longTasks = []; new PerformanceObserver(list =>"
            + " longTasks.push(...list.getEntries().map(task => task.duration))).observe({type: 'longtask', buffered: true})";

    /** What came over the wire, by kind. */
    private final Map<String, Integer> requests = new TreeMap<>();

    private final Map<String, Double> bytes = new TreeMap<>();
    private final List<String> elsewhere = new ArrayList<>();

    @Test
    void theScriptsAndStylesStaySmall() throws IOException {
        long size = scriptsAndStyles();
        assertTrue(
                size <= MOST_BYTES,
                "expected at most " + MOST_BYTES + " bytes of *.js and *.css in web/, but was: " + size);
    }

    @Test
    void thePageIsLoadedFromItsOwnServerAlone() throws IOException {
        String url = Chat.url();
        try (Playwright playwright = Browser.playwright();
                com.microsoft.playwright.Browser browser = Browser.launch(playwright);
                BrowserContext cold = browser.newContext()) {
            Page page = cold.newPage();
            page.addInitScript(WATCH);
            count(cold.newCDPSession(page), url);
            page.navigate(url + "/");
            page.getByLabel("Your message").fill("why is my upper back so tight");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).hasCount(1);
            assertThat(page.locator(".reply")).hasCount(1);
            page.evaluate("navigator.serviceWorker.ready.then(() => true)");

            Files.writeString(FIGURES, figures(page));
            System.out.println(Files.readString(FIGURES));
        }
        assertEquals(List.of(), elsewhere, "requests to elsewhere");
    }

    private void count(CDPSession session, String url) {
        Map<String, String> kinds = new HashMap<>();
        session.on("Network.requestWillBeSent", event -> {
            String address = event.getAsJsonObject("request").get("url").getAsString();
            String kind =
                    address.contains("/api/") ? "Reply" : event.get("type").getAsString();
            kinds.put(event.get("requestId").getAsString(), kind);
            requests.merge(kind, 1, Integer::sum);
            if (!address.startsWith(url)) {
                elsewhere.add(address);
            }
        });
        session.on("Network.loadingFinished", event -> {
            String kind = kinds.getOrDefault(event.get("requestId").getAsString(), "Other");
            bytes.merge(kind, event.get("encodedDataLength").getAsDouble(), Double::sum);
        });
        session.send("Network.enable", new JsonObject());
    }

    private String figures(Page page) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "The chat page in " + page.context().browser().version() + ", nothing in its cache, one message sent");
        lines.add("");
        requests.forEach((kind, count) ->
                lines.add(line(kind, count + " requests, %,.0f bytes", bytes.getOrDefault(kind, 0.0))));
        lines.add(line(
                "All",
                requests.values().stream().mapToInt(count -> count).sum() + " requests, %,.0f bytes",
                bytes.values().stream().mapToDouble(size -> size).sum()));
        lines.add(line(
                "First paint",
                "%,.0f ms",
                number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime")));
        lines.add(line(
                "Box and Send work",
                "%,.0f ms",
                number(page, "performance.getEntriesByType('navigation')[0].domContentLoadedEventStart")));
        lines.add(
                line("Long tasks", "%,.0f ms in all", number(page, "longTasks.reduce((sum, task) => sum + task, 0)")));
        lines.add(line("Kept for offline", "%,.0f bytes", number(page, KEPT)));
        lines.add(line(
                "*.js and *.css",
                "%,d of at most " + String.format(Locale.ROOT, "%,d", MOST_BYTES) + " bytes",
                scriptsAndStyles()));
        return String.join("\n", lines) + "\n";
    }

    private static final String KEPT = "caches.keys().then(async ([name]) => { const cache = await caches.open(name);"
            + " const sizes = (await cache.matchAll()).map(async file => (await file.blob()).size);"
            + " return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0); })";

    private static String line(String name, String format, Object value) {
        return String.format(Locale.ROOT, "%-18s " + format, name, value);
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }

    private static long scriptsAndStyles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("web"))) {
            List<Path> counted = files.filter(file -> file.toString().matches(".*\\.(js|css)"))
                    .toList();
            long size = 0;
            for (Path file : counted) {
                size += Files.size(file);
            }
            return size;
        }
    }
}

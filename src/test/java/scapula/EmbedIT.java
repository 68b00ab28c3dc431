package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat in the example page of another site, which is allowed to show it, and in one that is not. */
class EmbedIT extends InBrowser {

    private static final String EXAMPLE = "src/docs/embed/index.html";
    private static final String PLUM = "rgb(106, 44, 112)";
    private static final String OWN_TEAL = "rgb(11, 81, 87)";

    private static HttpServer practice;
    private static HttpServer stranger;
    private static String scapula;

    /** What replaces what in the page that is served. */
    private static String from = "";

    private static String to = "";

    private final List<String> warnings = new ArrayList<>();

    @BeforeAll
    static void openAll() throws IOException {
        practice = serve();
        stranger = serve();
        scapula = Chat.start(0, url(practice));
    }

    /** Another origin, and another site, than the server under test: that one is at localhost. */
    private static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String html = Files.readString(Path.of(EXAMPLE))
                    .replace("http://localhost:7070", scapula)
                    .replace(from, to);
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterAll
    static void closeAll() {
        practice.stop(0);
        stranger.stop(0);
    }

    @AfterEach
    void thePageIsItselfAgain() {
        from = "";
        to = "";
    }

    private FrameLocator open(HttpServer site, int width, ColorScheme colours) {
        window(sized(width, 1000, colours));
        page.onConsoleMessage(message -> {
            // A frame of another site may not take the focus as it loads, and should not.
            if (!message.text().startsWith("Blocked autofocusing")) {
                warnings.add(message.text());
            }
        });
        page.navigate(url(site) + "/");
        return page.frameLocator("scapula-chat iframe");
    }

    private Locator fallback() {
        return page.getByText("If no chat appears here");
    }

    private static void say(FrameLocator chat, String message) {
        chat.getByLabel("Your message").fill(message);
        chat.getByLabel("Your message").press("Enter");
        assertThat(chat.locator(".reply")).hasCount(1);
    }

    private static Object looks(FrameLocator chat, String selector, String property) {
        return chat.locator(selector).evaluate("(e, name) => getComputedStyle(e).getPropertyValue(name)", property);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK"})
    void theChatWorksInAnAllowedSiteAndWearsItsLooks(int width, ColorScheme colours) {
        FrameLocator chat = open(practice, width, colours);
        assertThat(chat.getByLabel("Your message")).isVisible();
        assertThat(fallback()).isHidden();
        assertThat(page.getByText("call your local emergency number now")).isHidden();
        look("start", width, colours);
        say(chat, "why does my left side ache after the gym");

        assertThat(chat.locator(".reply h2").first()).containsText("left side");
        assertEquals(looks(chat, "body", "color"), page.evaluate("getComputedStyle(document.body).color"));
        assertEquals(
                looks(chat, "body", "background-color"),
                page.evaluate("getComputedStyle(document.body).backgroundColor"));
        assertEquals("17px", looks(chat, "html", "font-size"));
        look("answer", width, colours);
        assertEquals(List.of(), warnings);
    }

    @Test
    void theNumbersAreThoseOfTheRegionThatTheSiteNames() {
        from = "region=\"UK\"";
        to = "region=\"NZ\"";
        FrameLocator chat = open(practice, 1280, ColorScheme.LIGHT);
        assertThat(chat.locator("#call")).hasAttribute("href", "tel:111");
        assertThat(chat.getByLabel("Where are you?")).hasValue("NZ");
    }

    @Test
    void theCallButtonOfTheFrameIsNotBlocked() {
        FrameLocator chat = open(practice, 1280, ColorScheme.LIGHT);
        chat.locator("#call").click();
        assertThat(chat.getByLabel("Your message")).isVisible();
        page.waitForTimeout(500);
        assertEquals(List.of(), warnings, "a sandbox that blocks the call says so in the console");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scapula-ink: var(--ink)    | --scapula-ink: #999999         | ink on paper",
                "--scapula-paper: var(--paper)| --scapula-paper: rgb(0 0 0/.2) | ink on paper",
                "--scapula-accent: var(--plum)| --scapula-accent: #f5d0fe      | accent on paper"
            })
    void coloursThatCannotBeReadAreNotTaken(String good, String bad, String pair) {
        from = good;
        to = bad;
        FrameLocator chat = open(practice, 1280, ColorScheme.LIGHT);
        assertThat(fallback()).isHidden();
        assertEquals(OWN_TEAL, looks(chat, "#send", "background-color"));
        assertEquals(
                1, warnings.stream().filter(warning -> warning.contains(pair)).count(), warnings::toString);
    }

    @Test
    void whatIsNoColourOrLengthIsLeftOut() {
        from = "--scapula-ink: var(--ink);";
        to = "--scapula-ink: url(https://example.org/); --scapula-font-size: 2px; --scapula-corner: everything;";
        FrameLocator chat = open(practice, 1280, ColorScheme.LIGHT);
        assertThat(fallback()).isHidden();
        assertEquals(PLUM, looks(chat, "#send", "background-color"));
        assertEquals("rgb(29, 39, 40)", looks(chat, "body", "color"));
    }

    @Test
    void aSiteThatIsNotAllowedGetsNoFrameAndItsOwnWordsStay() {
        open(stranger, 1280, ColorScheme.LIGHT);
        page.waitForCondition(() -> warnings.stream().anyMatch(warning -> warning.contains("frame-ancestors")));
        assertThat(fallback()).isVisible();
        assertThat(page.getByText("call your local emergency number now")).isVisible();
        assertThat(page.locator("scapula-chat iframe")).isHidden();
        look("refused", 1280, ColorScheme.LIGHT);
    }

    @Test
    void onlyAnAllowedSiteMayCallTheApi() {
        open(practice, 1280, ColorScheme.LIGHT);
        String call = "url => fetch(url + '/api/chat', {method: 'POST', headers: {'Content-Type': 'application/json'},"
                + " body: '{\"message\": \"hello\"}'}).then(r => r.json()).then(r => r.safety, () => 'refused')";
        assertEquals("If this could be an emergency, call 999 now.", page.evaluate(call, scapula));
        page.navigate(url(stranger) + "/");
        assertEquals("refused", page.evaluate(call, scapula));
    }

    @Test
    void theApiIsSharedWithNobodyElse() {
        HttpResponse<String> allowed = asked(url(practice));
        assertEquals(url(practice), header(allowed, "Access-Control-Allow-Origin"));
        assertEquals("", header(allowed, "Access-Control-Allow-Credentials"));
        for (String origin : List.of(url(stranger), "null", "http://127.0.0.1")) {
            assertEquals("", header(asked(origin), "Access-Control-Allow-Origin"), origin);
            assertTrue(asked(origin).headers().allValues("Vary").contains("Origin"), origin);
        }
    }

    private static HttpResponse<String> asked(String origin) {
        return Chat.sent(HttpRequest.newBuilder(URI.create(scapula + "/api/chat"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void noOtherPageIsToBeFramedAndNoOtherAddressIsShared() {
        assertTrue(policy("/?embedded").contains("frame-ancestors " + url(practice) + ";"));
        for (String path : List.of("/", "/talk", "/offline.html", "/chat.css")) {
            assertTrue(policy(path).contains("frame-ancestors 'none'"), path);
        }
    }

    private String policy(String path) {
        return header(Chat.get(scapula, path), "Content-Security-Policy");
    }

    /** Takes a picture, and checks the page and its frame for accessibility. */
    private void look(String screen, int width, ColorScheme colours) {
        isAccessibleAndFits(page, picture("embed-" + screen, width, colours, false));
    }
}

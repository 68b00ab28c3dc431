package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that others wrote, as they are published: in the page of another site, or in Node.js. */
class ClientsIT extends InBrowser {

    private static final String LINE = "If this could be an emergency, call 999 now.";
    private static final String WAIT = "These are many messages in a short time. Please wait a little. " + LINE;
    private static final String EMERGENCY = "Immediate action required: Call 999 now";
    private static final String SELF_CARE = "Looking after it at home: Things you can do";
    private static final String NONE = "None of these";

    private static HttpServer site;
    private static String origin;
    private static String scapula;

    private final List<String> requests = new ArrayList<>();

    @BeforeAll
    static void openAll() throws IOException {
        Clients.install();
        site = Clients.site();
        origin = "http://127.0.0.1:" + site.getAddress().getPort();
        scapula = Chat.start(0, origin);
    }

    @AfterAll
    static void closeAll() {
        site.stop(0);
    }

    private void open(String client, String server) {
        window(new NewContextOptions());
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(origin + "/" + client + ".html?scapula=" + server);
    }

    private Locator typing() {
        return page.locator(".chatroom input[type=text], deep-chat #text-input");
    }

    private void type(String message) {
        typing().fill(message);
        typing().press("Enter");
    }

    /** A button that can be clicked now. */
    private Locator button(String label) {
        return page.locator(".chat-button:not(.chat-button-disabled), .deep-chat-suggestion-button")
                .getByText(label, new Locator.GetByTextOptions().setExact(true));
    }

    private void press(String label) {
        button(label).click();
    }

    /** A widget takes its time: one shows a piece of a reply every 800 milliseconds. */
    private static void see(Locator element) {
        assertThat(element).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private void look(String client, String screen) {
        Path picture = Path.of("target/screens", client + "-" + screen.replaceAll("\\W+", "-") + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }

    private Locator shown(String text) {
        return page.getByText(text).first();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatroom", "deep-chat"})
    void buttonsOfAWidgetLeadToTheResult(String client) {
        open(client, scapula);
        type(Visitor.SORE);
        for (String question : List.of("Since this started", "And have you had any", "How old are you?")) {
            see(shown(question));
            see(button(NONE));
            look(client, question);
            press(NONE);
        }
        see(shown(SELF_CARE));
        assertThat(button(NONE)).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatroom", "deep-chat"})
    void aWidgetTellsAnEmergency(String client) {
        open(client, scapula);
        type(Visitor.IN_DANGER);
        see(shown(EMERGENCY));
        see(shown(LINE));
        look(client, "emergency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatroom", "deep-chat"})
    void aWidgetTellsWhomToCallWhereThereIsNoReply(String client) {
        open(client, Chat.start(1, origin));
        type("hello");
        see(shown("Hello. I can answer questions"));
        see(shown(LINE));
        type("my upper back aches");
        see(shown(WAIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatroom", "deep-chat"})
    void nothingIsLoadedFromElsewhere(String client) {
        open(client, scapula);
        type(Visitor.STRETCH);
        see(button("No, I was only asking"));
        assertEquals(
                List.of(),
                requests.stream()
                        .filter(url -> Stream.of(origin, scapula, "data:").noneMatch(url::startsWith))
                        .toList());
    }

    @Test
    void aRasaWidgetShowsThePictures() {
        open("chatroom", scapula);
        type(Visitor.STRETCH);
        see(button("No, I was only asking"));
        assertThat(page.locator(".chat-img img")).hasCount(5);
        assertEquals(
                true,
                page.evaluate(
                        "[...document.querySelectorAll('.chat-img img')].every(image => image.naturalWidth > 0)"));
    }

    private static String openAi(String server, String way, String... said) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(server + "/v1", way));
        arguments.addAll(List.of(said));
        return Clients.run("openai.mjs", arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "stream"})
    void optionsNamedThroughOpenAisLibraryLeadToTheResult(String way) throws IOException, InterruptedException {
        String first = openAi(scapula, way, Visitor.SORE);
        assertTrue(first.contains("\n- " + NONE + "\n"), first);
        String last = openAi(scapula, way, Visitor.SORE, NONE, NONE, NONE);
        assertTrue(last.startsWith(SELF_CARE), last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "stream"})
    void openAisLibraryTellsAnEmergency(String way) throws IOException, InterruptedException {
        String told = openAi(scapula, way, Visitor.IN_DANGER);
        assertTrue(told.startsWith(EMERGENCY), told);
        assertTrue(told.endsWith(LINE), told);
    }

    @Test
    void openAisLibraryListsTheModel() throws IOException, InterruptedException {
        assertEquals("scapula", openAi(scapula, "models"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "stream"})
    void openAisLibraryTellsWhomToCallWhereThereIsNoReply(String way) throws IOException, InterruptedException {
        String told = openAi(Chat.start(1), way, "hello", "my upper back aches");
        assertEquals("RateLimitError 429: " + WAIT, told);
    }
}

package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real Chromium, against the real server. Pictures of it are left in target/screenshots. */
class PageTest {

    private static final List<String> ACCESSIBILITY =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String EMERGENCY_LINE = "If this could be an emergency, call 999 now.";

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void openTheBrowser() {
        playwright = Browser.playwright();
        browser = Browser.launch(playwright);
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void openThePage() {
        open(1280, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        context.close();
        assertEquals(List.of(), complaints, "the console has no complaint and nothing is loaded from elsewhere");
    }

    private void open(int width, int height, ColorScheme colours) {
        if (context != null) {
            context.close();
        }
        context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("Failed to load resource");
            if (!expected && List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(Chat.url())) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(Chat.url() + "/");
    }

    private Locator replies() {
        return page.locator(".reply");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void type(String message) {
        page.getByLabel("Your message").fill(message);
        page.keyboard().press("Enter");
    }

    @Test
    void whatWasUnderstoodIsShownAndCorrectedWithATap() {
        type("why does my left side ache after the gym");
        button("left side").click();
        button("No").click();

        assertThat(page.locator(".said").last()).containsText("not the left side");
        assertThat(replies()).hasCount(2);
    }

    @Test
    void aQuestionGetsItsAnswerWithSourcesAndReasonsFolded() {
        type("why does my left side ache after the gym");

        assertThat(replies().getByRole(AriaRole.HEADING)).containsText("left side");
        assertThat(replies().locator(".safety")).containsText("call 999 now");
        Locator source = replies().locator("details").first().getByText("S53: ");
        assertThat(source).isHidden();
        page.getByText("Sources", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(source).isVisible();
        page.getByText("Why this answer?").click();
        assertThat(replies()).containsText("“left side”");
        assertThat(replies()).containsText("Why the left of the back hurts after a workout has an answer of its own");
    }

    @Test
    void everySuggestedQuestionHasAnAnswer() {
        int suggestions = page.locator("#suggestions button").count();
        assertTrue(suggestions >= 4);
        for (int i = 0; i < suggestions; i++) {
            page.reload();
            page.locator("#suggestions button").nth(i).click();
            assertThat(replies().getByRole(AriaRole.HEADING)).hasCount(1);
            assertThat(page.locator("#suggestions")).isHidden();
        }
    }

    @Test
    void aQuickReplyIsChosenWithTheKeyboardAndStaysReadable() {
        type("how do I stretch my upper back?");
        Locator yes = button("Yes, check the signs that need help");
        yes.focus();
        page.keyboard().press("Enter");

        assertThat(replies()).hasCount(2);
        assertThat(replies().last()).containsText("When should I get help");
        assertThat(page.getByText("You chose: Yes, check the signs that need help"))
                .isVisible();
    }

    @Test
    void anAnswerCanBeTypedInPlaceOfATap() {
        type("how do I stretch my upper back?");
        assertThat(replies()).hasCount(1);
        type("yep");
        assertThat(replies().last()).containsText("When should I get help");
    }

    @Test
    void screenReadersHearTheLogAndFocusStaysWhereItIs() {
        assertThat(page.getByRole(AriaRole.LOG)).hasAccessibleName("Conversation");
        type("hello");
        assertThat(replies()).hasCount(1);
        assertThat(page.getByLabel("Your message")).isFocused();
    }

    @Test
    void whatIsTypedIsShownAsTextAndNeverAsMarkup() {
        type("<img src=x onerror=alert(1)> <b>my upper back</b> is tight, why");
        assertThat(page.locator(".said")).containsText("<b>my upper back</b>");
        assertThat(replies().getByRole(AriaRole.HEADING)).containsText("tight");
        assertThat(page.locator(".said b")).hasCount(0);
    }

    @Test
    void anUnreachableServerIsToldAndTheMessageCanBeSentAgain() {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/chat")) {
                sent.add(Chat.json(request.postData()).get("messageId").asText());
            }
        });
        page.route("**/api/chat", Route::abort);
        type("what is upper back ache?");

        assertThat(page.locator(".failure")).containsText("The server could not be reached.");
        assertThat(page.locator(".failure")).containsText(EMERGENCY_LINE);
        assertThat(page.locator(".said")).containsText("what is upper back ache?");
        page.unroute("**/api/chat");
        button("Try again").click();
        assertThat(replies().getByRole(AriaRole.HEADING)).containsText("What is upper back ache?");
        assertEquals(sent.get(0), sent.get(1), "the same message, so that nothing is answered twice");
    }

    @Test
    void anErrorOfTheServerIsToldInItsWords() {
        page.route(
                "**/api/chat",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"The server is stopping.\", \"safety\": \"Call 000 now.\"}")));
        type("hello");
        assertThat(page.locator(".failure")).containsText("The server is stopping.");
        assertThat(page.locator(".failure")).containsText("Call 000 now.");
    }

    @Test
    void aConversationThatHasEndedGoesOnAsANewOne() {
        type("hello");
        assertThat(replies()).hasCount(1);
        page.route("**/api/chat", route -> {
            String body = route.request().postData();
            route.resume(new Route.ResumeOptions()
                    .setPostData(body.replaceFirst("\"conversationId\":\"[^\"]+\"", "\"conversationId\":\"gone\"")));
        });
        type("what is upper back ache?");
        assertThat(page.locator(".notice")).containsText("That conversation has ended");
        assertThat(replies().last()).containsText("What is upper back ache?");
    }

    @Test
    void startAgainAsksFirstAndThenBeginsAfresh() {
        type("hello");
        assertThat(replies()).hasCount(1);
        button("Start again").click();
        button("No, keep it").click();
        assertThat(replies()).hasCount(1);
        button("Start again").click();
        button("Yes, start again").click();
        assertThat(replies()).hasCount(0);
        assertThat(page.locator("#suggestions")).isVisible();
        assertThat(page.getByLabel("Your message")).isFocused();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "375, 740, LIGHT", "375, 740, DARK", "320, 640, LIGHT"})
    void everyScreenIsAccessibleAndFits(int width, int height, ColorScheme colours) {
        open(width, height, colours);
        look("start", width, colours);
        type("why does my left side ache after the gym");
        assertThat(replies()).hasCount(1);
        look("answer", width, colours);
        page.getByText("Sources", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Why this answer?").click();
        look("reasons", width, colours);
        type("how do I back up my phone");
        assertThat(replies()).hasCount(2);
        look("declined", width, colours);
        page.route("**/api/chat", Route::abort);
        type("thanks");
        assertThat(page.locator(".failure")).isVisible();
        look("failure", width, colours);
    }

    /** Takes a picture, and checks what can be checked of any screen. */
    private void look(String screen, int width, ColorScheme colours) {
        String name = screen + "-" + width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name)));
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                        .withTags(ACCESSIBILITY).analyze().getViolations().stream()
                                .map(Rule::toString)
                                .toList(),
                name);
        Locator line = page.getByText(EMERGENCY_LINE).first();
        assertThat(line).isInViewport();
        assertEquals(width, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(), name);
    }
}

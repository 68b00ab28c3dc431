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
import com.microsoft.playwright.options.SelectOption;
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
class PageIT {

    private static final List<String> ACCESSIBILITY =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String EMERGENCY_LINE = "If this could be an emergency, call 999 now.";

    private static final String COMPLAINT = "why does my left side ache after the gym";
    private static final String IN_DANGER = "left upper back ache came on mid run, sweaty and sick";
    private static final String TORN = "tearing feeling behind my left shoulder blade";
    private static final String IN_CRISIS = "I want to end my life";
    private static final String SORE =
            "Back day yesterday, both sides between my shoulders ache today when I move, mild, 4/10. im 25";
    private static final String NONE = "None of these";
    private static final String SHORT_BREATH = "Short of breath more than you would expect";
    private static final String PASSED_OUT = "Passing out";

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

    /** Types a message and waits for its reply. */
    private Locator say(String message) {
        return replyAfter(() -> type(message));
    }

    /** Ticks these boxes of the newest reply, sends them, and waits for the next reply. */
    private Locator tick(String... labels) {
        return replyAfter(() -> {
            for (String label : labels) {
                box(label).check();
            }
            sendTicked().click();
        });
    }

    private Locator replyAfter(Runnable said) {
        int before = replies().count();
        said.run();
        assertThat(replies()).hasCount(before + 1);
        return replies().last();
    }

    private Locator box(String label) {
        return replies().last().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private Locator sendTicked() {
        return replies()
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send what you ticked"));
    }

    private Locator answerHeading() {
        return replies().locator("section:not(.card) h2");
    }

    private void unfold(String summary) {
        page.getByText(summary, new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    private Locator chooseRegion(String name) {
        Locator menu = page.getByLabel("Where are you?");
        menu.selectOption(new SelectOption().setLabel(name));
        return menu;
    }

    /** Soreness after training in someone without any danger sign, asked about until the result. */
    private Locator selfCare() {
        Locator reply = say(SORE);
        Locator started = button("Hours after exercise, or the next day");
        while (reply.locator(".card").count() == 0) {
            reply = started.isVisible() ? replyAfter(started::click) : tick(NONE);
        }
        return reply;
    }

    @Test
    void whatWasUnderstoodIsShownAndCorrectedWithATap() {
        type(COMPLAINT);
        button("left side").click();
        button("No").click();

        assertThat(page.locator(".said").last()).containsText("not the left side");
        assertThat(replies()).hasCount(2);
    }

    @Test
    void aQuestionGetsItsAnswerWithSourcesAndReasonsFolded() {
        type(COMPLAINT);

        assertThat(answerHeading()).containsText("left side");
        assertThat(replies().locator(".safety").first()).containsText("call 999 now");
        Locator source = replies().locator("details").first().getByText("S53: ");
        assertThat(source).isHidden();
        unfold("Sources");
        assertThat(source).isVisible();
        unfold("Why this answer?");
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
            assertThat(answerHeading()).hasCount(1);
            assertThat(page.locator("#suggestions")).isHidden();
        }
    }

    @Test
    void aQuickReplyIsChosenWithTheKeyboardAndStaysReadable() {
        type("how do I stretch my upper back?");
        Locator yes = button("Yes, check how soon I need help");
        yes.focus();
        page.keyboard().press("Enter");

        assertThat(replies()).hasCount(2);
        assertThat(replies().last()).containsText("have you had any of these");
        assertThat(page.getByText("You chose: Yes, check how soon I need help")).isFocused();
    }

    @Test
    void anAnswerCanBeTypedInPlaceOfATap() {
        say("how do I stretch my upper back?");
        assertThat(say("yep")).containsText("have you had any of these");
        assertThat(say("none of them")).containsText("And have you had any of these");
    }

    @Test
    void whatIsTickedIsSentAndFocusStays() {
        say(COMPLAINT);
        Locator send = sendTicked();
        send.click();
        assertThat(replies().getByRole(AriaRole.STATUS)).hasText("Tick what fits, or None of these.");
        box(SHORT_BREATH).check();
        assertThat(replies().getByRole(AriaRole.STATUS)).hasText("");
        box(PASSED_OUT).check();
        send.focus();
        page.keyboard().press("Enter");

        assertThat(replies()).hasCount(2);
        assertThat(page.locator(".said").last()).containsText(SHORT_BREATH + ", " + PASSED_OUT);
        assertThat(replies().first().locator(".submit")).hasText("Sent");
        assertThat(replies().first().locator(".submit")).isFocused();
        assertThat(replies().first().getByLabel(PASSED_OUT)).isDisabled();
    }

    @Test
    void noneOfTheseExcludesWhatIsTicked() {
        say(COMPLAINT);
        box(PASSED_OUT).check();
        box(NONE).check();
        assertThat(box(PASSED_OUT)).not().isChecked();
        box(SHORT_BREATH).check();
        assertThat(box(NONE)).not().isChecked();
    }

    @Test
    void anEmergencyOffersTheCallFirstAndTheTalkGoesOn() {
        Locator card = say(IN_DANGER).locator(".card.emergency");

        assertThat(card.getByRole(AriaRole.HEADING)).hasText("Immediate action required: Call 999 now");
        Locator call = card.getByRole(AriaRole.LINK);
        assertThat(call).hasText("Call 999");
        assertThat(call).hasAttribute("href", "tel:999");
        assertThat(call).isInViewport();
        assertThat(page.getByLabel("Your message")).isEditable();
        assertThat(say("thanks")).isVisible();
    }

    @Test
    void thoughtsOfEndingLifeAreAnsweredByAPersonToCall() {
        Locator card = say(IN_CRISIS).locator(".card.crisis");
        assertThat(card.getByRole(AriaRole.HEADING)).containsText("You are not alone with this");
        assertThat(card).containsText("116 123");
        assertThat(card.getByRole(AriaRole.LINK)).hasText("Call Samaritans");
        assertThat(card.getByRole(AriaRole.LINK)).hasAttribute("href", "tel:116123");
    }

    @Test
    void aSignThatMayBeDangerousIsNamedBeforeItsQuestion() {
        Locator reply = say(TORN);
        assertThat(reply.locator(".card.ask").getByRole(AriaRole.HEADING))
                .hasText("If you have a torn feeling deep in your back or chest right now, call 999 now.");
        assertThat(reply.locator("fieldset")).containsText("deep in the middle");
    }

    @Test
    void theEmergencyNumberIsThatOfTheRegion() {
        chooseRegion("United States");
        assertThat(page.locator(".bar")).containsText("your local emergency number");
        assertThat(page.locator("#call")).isHidden();
        say(COMPLAINT);

        assertThat(page.locator("#emergency")).containsText("911");
        assertThat(page.locator("#call")).hasAttribute("href", "tel:911");
        assertThat(say(IN_DANGER).locator(".card.emergency").getByRole(AriaRole.LINK))
                .hasAttribute("href", "tel:911");
        chooseRegion("United Kingdom");
        assertThat(page.locator("#emergency")).hasText(EMERGENCY_LINE);
    }

    @Test
    void aResultComesWithASummaryToTakeAlong() {
        Locator reply = selfCare();
        assertThat(reply.locator(".card.self_care")).isVisible();
        assertThat(reply.locator(".chip:visible")).hasCount(0);

        Page summary = page.waitForPopup(
                () -> reply.getByText("Summary for a doctor or nurse").click());
        assertThat(summary.locator("main")).containsText("25");
    }

    @Test
    void theDangerSignsOfAResultAreInViewAndTheRestIsFolded() {
        Locator card = selfCare().locator(".card");
        assertThat(card.getByText("a crash, a bad fall or a hard knock")).isVisible();
        Locator lessUrgent = card.getByText("pain with effort that goes with rest");
        assertThat(lessUrgent).isHidden();
        card.getByText("Please contact a GP or NHS 111 if you have").click();
        assertThat(lessUrgent).isVisible();
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
        assertThat(answerHeading()).containsText("tight");
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
        assertThat(answerHeading()).containsText("What is upper back ache?");
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
        say(COMPLAINT);
        look("answer", width, colours);
        sendTicked().click();
        look("checklist", width, colours);
        unfold("Sources");
        unfold("Why this answer?");
        look("reasons", width, colours);
        say("how do I back up my phone");
        look("declined", width, colours);
        page.route("**/api/chat", Route::abort);
        type("thanks");
        assertThat(page.locator(".failure")).isVisible();
        look("failure", width, colours);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "375, 740, LIGHT", "375, 740, DARK", "320, 640, LIGHT"})
    void everyCardIsAccessibleAndFits(int width, int height, ColorScheme colours) {
        open(width, height, colours);
        say(TORN);
        look("ask", width, colours);
        open(width, height, colours);
        say(IN_DANGER);
        look("emergency", width, colours);
        open(width, height, colours);
        say(IN_CRISIS);
        look("crisis", width, colours);
        open(width, height, colours);
        selfCare();
        look("self-care", width, colours);
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

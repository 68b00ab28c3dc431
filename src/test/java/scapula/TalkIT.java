package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chat in a browser that runs no script. */
class TalkIT extends InBrowser {

    private static final int SEE_OTHER = 303;
    private static final String NONE = "None of these";
    private static final String COMPLAINT = "why does my left side ache after the gym";
    private static final String IN_DANGER = "left upper back ache came on mid run, sweaty and sick";
    private static final String SORE =
            "Back day yesterday, both sides between my shoulders ache today when I move, mild, 4/10. im 25";

    @BeforeEach
    void openThePage() {
        open(1280, ColorScheme.LIGHT, "/");
    }

    private void open(int width, ColorScheme colours, String path) {
        window(sized(width, 900, colours).setJavaScriptEnabled(false));
        page.onResponse(response -> {
            boolean missing = !response.request().isNavigationRequest() && response.status() >= 400;
            if (missing || !response.url().startsWith(Chat.url())) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (!message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.navigate(Chat.url() + path);
    }

    private Locator box() {
        return page.locator("#words");
    }

    private Locator replies() {
        return page.locator(".reply");
    }

    /** Sends the form, and waits for the page that answers it. */
    private void send() {
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"));
        page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() != SEE_OTHER, button::click);
        page.waitForLoadState();
    }

    private void say(String message) {
        box().fill(message);
        send();
    }

    private void tick(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
    }

    @Test
    void aQuestionIsAnsweredAndTheTalkGoesOn() {
        say(COMPLAINT);
        assertThat(page.locator(".said")).containsText(COMPLAINT);
        assertThat(replies().locator("section h2").first()).containsText("left side");
        assertThat(replies().locator(".safety").first()).containsText("call 999 now");

        tick("Passing out");
        send();
        assertThat(replies()).hasCount(2);
        assertThat(page.locator(".said").last()).hasText("You said:Passing out");
        assertThat(page.locator("#newest")).isInViewport();
    }

    @Test
    void whatIsTickedAndWhatIsTypedCountsBoth() {
        say(COMPLAINT);
        tick("Passing out");
        say("and my arm tingles");
        assertThat(page.locator(".said").last()).containsText("Passing out. and my arm tingles");
        assertThat(replies().last()).containsText("arm");
    }

    @Test
    void aWholeCheckEndsWithAResultAndItsSummary() {
        say(SORE);
        for (int turn = 1; page.locator(".card.self_care").count() == 0 && turn < 10; turn++) {
            tick(
                    page.getByLabel(NONE, new Page.GetByLabelOptions().setExact(true))
                                            .count()
                                    > 0
                            ? NONE
                            : "Hours after exercise, or the next day");
            send();
        }
        assertThat(page.locator(".card.self_care")).isVisible();
        page.getByText("Summary for a doctor or nurse").click();
        assertThat(page.locator("main")).containsText("25");
    }

    @Test
    void anEmergencyOffersTheCallFirst() {
        say(IN_DANGER);
        Locator call = page.locator(".card.emergency .body > :first-child");
        assertThat(call).hasText("Call 999");
        assertThat(call).hasAttribute("href", "tel:999");
        assertThat(call).isInViewport();
    }

    @Test
    void reloadingAndGoingBackSendNothingTwice() {
        say(COMPLAINT);
        page.reload();
        assertThat(replies()).hasCount(1);
        tick(NONE);
        send();
        assertThat(replies()).hasCount(2);
        page.reload();
        assertThat(replies()).hasCount(2);
        page.goBack();
        page.goForward();
        assertThat(replies()).hasCount(2);
    }

    @Test
    void theSameFormTwiceIsAnsweredOnce() {
        say(COMPLAINT);
        String form = "asked=Q1a&turn=2&region=UK&message=&chosen0=none&conversation=" + conversation();
        assertEquals(SEE_OTHER, post("/talk", form).statusCode());
        assertEquals(SEE_OTHER, post("/talk", form).statusCode());
        page.reload();
        assertThat(replies()).hasCount(2);
    }

    @Test
    void boxesOfAnEarlierQuestionDoNotAnswerALaterOne() {
        say(COMPLAINT);
        tick(NONE);
        send();
        HttpResponse<String> late = post("/talk", "asked=Q1a&turn=2&message=&chosen0=a&conversation=" + conversation());
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("You answered an earlier question."), late.body());
        page.reload();
        assertThat(replies()).hasCount(2);
    }

    @Test
    void whatWasTypedIsShownAsTextAndNeverAsMarkup() {
        String hostile =
                "</textarea><script>alert(1)</script><b>my upper back</b> is \"tight\" & sore, {{emergency}} why";
        say(hostile);
        assertThat(page.locator(".said")).containsText(hostile);
        assertThat(page.locator(".said b")).hasCount(0);
        assertThat(page.locator("script")).hasCount(0);
    }

    @Test
    void nothingToSendIsToldAndWhatWasTypedStandsInTheBoxAgain() {
        say(COMPLAINT);
        send();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The message is empty. Please write a few words.");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("If this could be an emergency, call 999 now.");
        assertThat(box()).isFocused();
        assertThat(replies()).hasCount(1);

        open(1280, ColorScheme.LIGHT, "/talk");
        String late = post("/talk", "message=it+is+%3Csore%3E&conversation=gone&chosen0=a")
                .body();
        assertTrue(late.contains("This conversation has ended or was erased. Please start a new one."), late);
        assertTrue(late.contains("it is &lt;sore&gt;</textarea>"), late);
        assertFalse(late.contains("value=\"gone\""), "what is sent again begins anew");
    }

    @Test
    void tooManyMessagesAreToldOnAPage() {
        String strict = Chat.start(1);
        assertEquals(SEE_OTHER, post(strict, "/talk", "message=hello").statusCode());
        HttpResponse<String> second = post(strict, "/talk", "message=hello+again");
        assertEquals(429, second.statusCode());
        assertTrue(second.headers().firstValue("Retry-After").isPresent());
        assertTrue(second.body().contains("hello again</textarea>"), second.body());
    }

    @Test
    void aLongMessageInAnyScriptIsTaken() {
        say("मेरी पीठ में दर्द है और " + "दर्द".repeat(494));
        assertThat(replies()).hasCount(1);
        assertThat(replies().locator("[lang=hi]")).hasCount(1);
    }

    @Test
    void noneOfTheseBesideADangerTakesNothingBack() {
        say(COMPLAINT);
        tick("Passing out");
        tick(NONE);
        send();
        assertThat(page.locator(".card")).containsText("999");
    }

    @Test
    void aRelatedQuestionIsOneTapAway() {
        say("what is upper back ache?");
        assertThat(page.getByText("Related questions")).isVisible();
        Locator related = page.locator(".related button").first();
        String title = related.innerText();
        related.click();
        assertThat(page.locator(".said").last()).containsText(title);
        assertThat(page.locator(".reply section h2").last()).hasText(title);
    }

    @Test
    void theRegionIsRemembered() {
        page.locator("#where").selectOption("US");
        say(COMPLAINT);
        assertThat(page.locator(".bar a")).hasAttribute("href", "tel:911");
        assertThat(page.locator("#where")).hasValue("US");
    }

    @Test
    void whatWasToldCanBeDeleted() {
        say(COMPLAINT);
        String address = page.url();
        page.getByText("Delete what I told you").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("What you told me is deleted.");
        assertThat(page.locator(".said")).hasCount(0);
        assertThat(page.locator("input[name=conversation]")).hasValue("");
        Response gone = page.navigate(address);
        assertEquals(404, gone.status());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This conversation has ended or was erased.");
    }

    @Test
    void thePageIsNobodysToKeepOrToLeak() {
        say(COMPLAINT);
        HttpResponse<String> shown = Chat.get("/talk/" + conversation());
        assertEquals("no-store", shown.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "no-referrer", shown.headers().firstValue("Referrer-Policy").orElse(""));
        String policy = shown.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        assertFalse(policy.contains("script"), policy);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK", "320, LIGHT"})
    void everyScreenIsAccessibleAndFits(int width, ColorScheme colours) {
        open(width, colours, "/");
        look("start", width, colours);
        say(COMPLAINT);
        look("answer", width, colours);
        send();
        look("refused", width, colours);
        say("not sure, what is the best exercise?");
        look("later", width, colours);
        open(width, colours, "/talk");
        say(IN_DANGER);
        look("emergency", width, colours);
    }

    private String conversation() {
        return page.locator("input[name=conversation]").getAttribute("value");
    }

    private static HttpResponse<String> post(String path, String form) {
        return post(Chat.url(), path, form);
    }

    private static HttpResponse<String> post(String server, String path, String form) {
        return Chat.sent(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Takes a picture, and checks what can be checked of any screen; axe is a script, and so looks at a copy. */
    private void look(String screen, int width, ColorScheme colours) {
        String name = picture("talk-" + screen, width, colours, true);
        try (BrowserContext scripted = newContext(sized(width, 900, colours))) {
            Page copy = scripted.newPage();
            String html = page.content();
            copy.route(
                    "**/talk-copy",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(html)));
            copy.navigate(Chat.url() + "/talk-copy");
            isAccessibleAndFits(copy, name);
        }
        assertThat(page.getByText("If this could be an emergency, call 999 now.")
                        .first())
                .isInViewport();
    }
}

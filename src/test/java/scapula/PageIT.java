package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one does with the page. */
class PageIT extends Visitor {

    @Test
    void whatWasUnderstoodIsShownAndCorrectedWithATap() {
        type(COMPLAINT);
        button("left side").click();
        button("No, that is wrong").click();

        assertThat(page.locator(".said").last()).containsText("not the left side");
        assertThat(replies()).hasCount(2);
    }

    @Test
    void aQuestionGetsItsAnswerWithSourcesAndReasonsFolded() {
        type(COMPLAINT);

        assertThat(answerHeading()).containsText("left side");
        assertThat(replies().locator(".safety").first()).containsText("call 999 now");
        Locator source = replies().locator(".grounds").getByText("S53: ").first();
        assertThat(source).isHidden();
        unfold("Sources");
        assertThat(source).isVisible();
        unfold("Why this answer?");
        assertThat(replies()).containsText("“left side”");
        assertThat(replies()).containsText("Why the left of the back hurts after a workout has an answer of its own");
    }

    @Test
    void everySuggestedQuestionHasAnAnswer() {
        int suggestions = page.locator("#suggestions li button").count();
        assertTrue(suggestions >= 4);
        for (int i = 0; i < suggestions; i++) {
            open(1280, 900, ColorScheme.LIGHT);
            page.locator("#suggestions li button").nth(i).click();
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
        assertThat(messageBox()).isEditable();
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
    void whatIsTypedIsShownAsTextAndNeverAsMarkup() {
        type("<img src=x onerror=alert(1)> <b>my upper back</b> is tight, why");
        assertThat(page.locator(".said")).containsText("<b>my upper back</b>");
        assertThat(answerHeading()).containsText("tight");
        assertThat(page.locator(".said b")).hasCount(0);
    }

    @Test
    void anUnreachableServerIsToldAndTheMessageCanBeSentAgain() {
        List<String> sent = messageIds();
        page.route("**/api/chat", Route::abort);
        type("what is upper back ache?");

        assertThat(page.locator(".failure")).containsText("Scapula could not be reached.");
        assertThat(page.locator("#offline")).containsText("Scapula cannot be reached.");
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
                        .setHeaders(Map.of("Content-Type", "application/problem+json", "Retry-After", "5"))
                        .setBody("{\"type\": \"about:blank\", \"title\": \"Stopping\", \"status\": 503,"
                                + " \"detail\": \"The server is stopping.\", \"safety\": \"Call 000 now.\"}")));
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
        say("hello");
        choose("Start again");
        button("No, keep it").click();
        assertThat(replies()).hasCount(1);
        page.keyboard().press("Escape");
        choose("Start again");
        button("Yes, start again").click();
        assertThat(replies()).hasCount(0);
        assertThat(page.locator("#suggestions")).isVisible();
        assertThat(messageBox()).isFocused();
    }

    @Test
    void aReloadBringsBackTheConversationItsOpenQuestionAndTheDraft() {
        chooseRegion("Ireland");
        say(COMPLAINT);
        tick(NONE);
        messageBox().fill("half a sen");
        String before = page.locator("#log").innerText();
        page.reload();

        assertThat(replies()).hasCount(2);
        assertEquals(before, page.locator("#log").innerText(), "in the same words and order");
        assertThat(replies().last()).isInViewport();
        assertThat(page.locator("#region")).hasValue("IE");
        assertThat(messageBox()).hasValue("half a sen");
        messageBox().fill("");
        assertThat(tick(NONE)).isVisible();
        assertEquals(Set.of("conversation", "region", "draft"), Set.copyOf((List<?>)
                page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")));
    }

    @Test
    void aConversationThatIsGoneAfterAReloadIsToldCalmly() {
        say("hello");
        page.request().delete(conversation());
        page.reload();
        assertThat(page.locator(".notice")).containsText("You can start a new one below.");
        assertThat(page.locator("#suggestions")).isVisible();
        assertThat(say("what is upper back ache?")).containsText("What is upper back ache?");
    }

    private String conversation() {
        return Chat.url() + "/api/conversations/" + page.evaluate("sessionStorage.conversation");
    }

    @Test
    void deletingMyDataAsksFirstAndLeavesNothing() {
        say("hello");
        String conversation = conversation();
        choose("Delete my data");
        button("Yes, delete it").click();

        assertThat(page.locator("#status")).containsText("Your data is deleted.");
        assertThat(replies()).hasCount(0);
        assertEquals(404, page.request().get(conversation).status());
        assertEquals(false, page.evaluate("'conversation' in sessionStorage"));
    }

    @Test
    void theConversationCanBeCopiedDownloadedAndPrinted() throws IOException {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        say(STRETCH);
        choose("Copy the text");
        assertThat(page.locator("#status")).containsText("Copied.");
        String copied = page.evaluate("navigator.clipboard.readText()").toString();
        assertTrue(copied.contains("You: " + STRETCH) && copied.contains("Scapula: Stop and call 999 now"), copied);
        assertEquals(copied, download("Download as text"));
        assertEquals(
                STRETCH,
                Chat.json(download("Download as data (JSON)"))
                        .at("/turns/0/said")
                        .asText());
        page.evaluate("window.print = () => { window.printed = true }");
        choose("Print");
        assertEquals(true, page.evaluate("printed"));
    }

    private String download(String item) throws IOException {
        return Files.readString(page.waitForDownload(() -> choose(item)).path());
    }

    @Test
    void onPaperTheSourcesAreUnfoldedAndTheButtonsGone() {
        say(STRETCH);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(replies().getByText("S51: ").first()).isVisible();
        assertThat(page.locator("button:visible")).hasCount(0);
        assertThat(page.locator(".composer")).isHidden();
        assertTrue(
                (boolean) page.evaluate("document.body.scrollHeight >= document.getElementById('log').scrollHeight"));
    }

    @Test
    void whatWasTypedCanBeChangedAndTheRestIsGoneThroughAgain() {
        say(STRETCH);
        say("thanks");
        change(STRETCH).click();
        Locator box = page.getByLabel("What you want to say instead");
        assertThat(box).isFocused();
        assertThat(box).hasValue(STRETCH);
        box.fill(IN_DANGER);
        button("Change it").click();

        assertThat(page.locator(".notice")).containsText("That makes it more urgent.");
        assertThat(page.locator(".notice")).isFocused();
        assertThat(page.locator(".said > p").first()).hasText(IN_DANGER);
        assertThat(replies()).hasCount(2);
        assertThat(page.locator("#bar.emergency")).isVisible();
        change(IN_DANGER).click();
        box.fill("hello");
        button("Change it").click();
        assertThat(page.locator(".notice")).containsText("less urgent");
        assertThat(page.locator("#bar.emergency")).hasCount(0);
    }

    @Test
    void whatWasTickedCanBeChangedOrLeft() {
        say(COMPLAINT);
        tick(NONE);
        change(NONE).click();
        Locator form = page.locator(".said form");
        assertThat(form.getByLabel(NONE)).isFocused();
        form.getByLabel(PASSED_OUT).check();
        assertThat(form.getByLabel(NONE)).not().isChecked();
        page.keyboard().press("Escape");
        assertThat(form).hasCount(0);
        assertThat(change(NONE)).isFocused();
        change(NONE).click();
        form.getByLabel(PASSED_OUT).check();
        button("Change it").click();
        assertThat(page.locator(".notice")).isFocused();
        assertThat(page.locator(".said > p").last()).hasText(PASSED_OUT);
    }

    @Test
    void aChangeThatFailsKeepsEverythingAndCanBeTriedAgain() {
        say(STRETCH);
        page.route("**/turns/1", Route::abort);
        change(STRETCH).click();
        page.getByLabel("What you want to say instead").fill("what is upper back ache?");
        button("Change it").click();
        assertThat(page.locator(".said .missing")).containsText("Nothing has changed.");
        assertThat(answerHeading()).containsText("stretch");
        page.unroute("**/turns/1");
        button("Try again").click();
        assertThat(answerHeading()).containsText("What is upper back ache?");
    }

    @Test
    void whatIsSentOfflineGoesOnceMoreByItself() {
        List<String> sent = messageIds();
        say("hello");
        context.setOffline(true);
        assertThat(page.locator("#offline")).containsText("You are offline. What you write is kept. " + EMERGENCY_LINE);
        type(STRETCH);
        assertThat(page.locator(".failure")).containsText("It is sent again as soon as you are online.");
        type("and then");
        assertThat(messageBox()).hasValue("and then");
        assertThat(page.locator("#status")).containsText("Your words stay in the box");
        replyAfter(() -> context.setOffline(false));
        assertThat(answerHeading()).containsText("stretch");
        assertThat(page.locator("#offline")).hasText("");
        assertEquals(3, sent.size());
        assertEquals(sent.get(1), sent.get(2), "the same message, so that nothing is answered twice");
        assertThat(messageBox()).hasValue("and then");
    }

    private List<String> messageIds() {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/chat")) {
                sent.add(Chat.json(request.postData()).get("messageId").asText());
            }
        });
        return sent;
    }

    @Test
    void inAnEmergencyTheCallStaysInView() {
        say(IN_DANGER);
        say("thanks");
        page.locator(".said").first().scrollIntoViewIfNeeded();
        assertThat(page.locator("#bar.emergency #call")).isInViewport();
        assertThat(page.locator("#bar")).containsText("Call 999 now");
        choose("Start again");
        button("Yes, start again").click();
        assertThat(page.locator("#bar")).containsText(EMERGENCY_LINE);
        assertThat(page.locator("#bar.emergency")).hasCount(0);
    }

    @Test
    void anAnswerHasPicturesMoreAndRelatedQuestions() {
        Locator reply = say(STRETCH);
        Locator picture = reply.getByAltText("On your hands and knees, let your back sink");
        assertThat(picture).hasAttribute("loading", "lazy");
        assertThat(reply.locator("figcaption").getByText("Cat and cow")).isVisible();
        Locator more = reply.getByText("It also helps to change position often.");
        assertThat(more).isHidden();
        unfold("More");
        assertThat(more).isVisible();
        Locator next = replyAfter(() ->
                button("How do I get rid of knots in my upper back?").last().click());
        assertThat(next.locator("h2").first()).hasText("How do I get rid of knots in my upper back?");
    }

    @Test
    void aQuestionSaysWhyItIsAskedAndAResultWhatWouldChangeIt() {
        Locator reply = say(COMPLAINT);
        assertThat(reply.getByText("About 6 more questions")).isVisible();
        unfold("Why are you asking?");
        assertThat(reply.locator(".question")).containsText("Back pain is asked about signs of the heart");
        selfCare();
        unfold("Why this level?");
        assertThat(replies().last()).containsText("every danger");
        unfold("What would change this?");
        assertThat(replies()
                        .last()
                        .locator("details[open]")
                        .last()
                        .locator("li")
                        .first())
                .isVisible();
    }

    @Test
    void everyPlaceOfTheBodyMapIsUnderstood() {
        page.getByText(WHERE_IT_HURTS).click();
        Locator places = page.locator("#place input");
        assertThat(places).hasCount(page.locator("#place .region").count());
        for (Locator place : places.all()) {
            JsonNode reply = new Chat().say(place.getAttribute("value"));
            for (String token : place.getAttribute("data-sets").split(" ", -1)) {
                assertEquals("present", Chat.finding(reply, token).path("state").asText(), place.getAttribute("value"));
            }
        }
    }

    @Test
    void theBodyMapMirrorsTheQuestionAboutThePlace() {
        Locator reply = say("it hurts");
        while (reply.locator(".back").count() == 0) {
            reply = answerNo();
        }
        Locator marked = reply.locator(".region.on");
        box("Very tip of the shoulder").check();
        assertThat(marked).hasCount(0);
        box("Left").check();
        assertThat(marked).hasAttribute("data-sets", "loc:shoulder_tip side:left");
        reply.locator("[data-sets='loc:scapula side:right']").click();
        assertThat(box("By or under one shoulder blade")).isChecked();
        assertThat(box("Both sides or the middle")).isChecked();
        assertThat(marked).hasCount(4);
        reply.locator("[data-sets='loc:scapula side:left']").click();
        assertThat(box("Right")).isChecked();
        assertThat(marked).hasCount(2);
        box(NONE).check();
        assertThat(box("Right")).isChecked();
    }
}

package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Somebody at the page in a real Chromium, with the real server: what they do, and what they see. */
abstract class Visitor extends InBrowser {

    static final String EMERGENCY_LINE = "If this could be an emergency, call 999 now.";
    static final String COMPLAINT = "why does my left side ache after the gym";
    static final String STRETCH = "how do I stretch my upper back?";
    static final String IN_DANGER = "left upper back ache came on mid run, sweaty and sick";
    static final String TORN = "tearing feeling behind my left shoulder blade";
    static final String IN_CRISIS = "I want to end my life";
    static final String WASTING = "upper back pain for 3 months, losing weight without trying";
    static final String LASTING = "my upper back has hurt for 8 weeks, no better";
    static final String SORE =
            "Back day yesterday, both sides between my shoulders ache today when I move, mild, 4/10. im 25";
    static final String NONE = "None of these";
    static final String SHORT_BREATH = "Short of breath more than you would expect";
    static final String PASSED_OUT = "Passing out";
    static final String WHERE_IT_HURTS = "Show where it hurts";

    @BeforeEach
    void openThePage() {
        open(1280, 900, ColorScheme.LIGHT);
    }

    void open(int width, int height, ColorScheme colours) {
        open(sized(width, height, colours));
    }

    void open(NewContextOptions options) {
        window(options);
        page.onConsoleMessage(message -> {
            boolean expected = message.text().contains("Failed to load resource");
            if (!expected && List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFinished(request -> {
            if (request.url().startsWith(Chat.url() + "/api/")) {
                Exchange exchange = Exchange.of(request.response());
                Contract.served().complaints(exchange).forEach(told -> complaints.add(exchange.name() + told));
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(Chat.url()) && !request.url().startsWith("blob:")) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(Chat.url() + "/");
    }

    Locator replies() {
        return page.locator(".reply");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator messageBox() {
        return page.getByLabel("Your message");
    }

    void type(String message) {
        messageBox().fill(message);
        page.keyboard().press("Enter");
    }

    /** Types a message and waits for its reply. */
    Locator say(String message) {
        return replyAfter(() -> type(message));
    }

    /** Ticks these boxes of the newest reply, sends them, and waits for the next reply. */
    Locator tick(String... labels) {
        return replyAfter(() -> {
            for (String label : labels) {
                box(label).check();
            }
            sendTicked().click();
        });
    }

    Locator replyAfter(Runnable said) {
        int before = replies().count();
        said.run();
        assertThat(replies()).hasCount(before + 1);
        return replies().last();
    }

    Locator box(String label) {
        return replies().last().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    Locator sendTicked() {
        return replies()
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send what you ticked"));
    }

    Locator answerHeading() {
        return replies().locator("section:not(.card, .related) h2");
    }

    void unfold(String summary) {
        page.getByText(summary, new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
    }

    /** Opens the menu of the whole conversation and chooses from it. */
    void choose(String item) {
        button("This conversation").click();
        page.locator("#menu")
                .getByText(item, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** What changes an earlier message. */
    Locator change(String said) {
        return button("Change what you said: " + said);
    }

    void chooseRegion(String name) {
        page.getByLabel("Where are you?").selectOption(new SelectOption().setLabel(name));
    }

    void pointAtTheLeftBlade() {
        page.getByText(WHERE_IT_HURTS).click();
        page.locator("#place [data-sets='loc:scapula side:left'].region").click();
    }

    /** Soreness after training in someone without any danger sign, asked about until the result. */
    Locator selfCare() {
        return untilResult(SORE);
    }

    /** Says this and answers no to all that is asked, until there is a result. */
    Locator untilResult(String first) {
        Locator reply = say(first);
        while (reply.locator(".summary").count() == 0) {
            reply = answerNo();
        }
        return reply;
    }

    /** Denies what the newest reply asks. */
    Locator answerNo() {
        if (sendTicked().isVisible()) {
            return tick(NONE);
        }
        Locator started = button("Hours after exercise, or the next day");
        Locator last = replies().last().locator(".question > button").last();
        return replyAfter(() -> (started.isVisible() ? started : last).click());
    }
}

package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page for people who do not see it, do not use a mouse, need it larger, or in other colours: WCAG 2.2 AA. */
class AccessibilityIT extends Visitor {

    private static final int MOST_STEPS = 80;

    /** What is too small to be touched: all that can be pressed, the label of a box in place of the box. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('a, button, select, textarea, summary, label:has(input), .region')]
              .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'))
              .map(e => [e.getBoundingClientRect(), e.textContent.trim()])
              .filter(([box]) => Math.min(box.width, box.height) < 24)
              .map(([box, text]) => `${text} ${box.width} x ${box.height}`)""";

    /** What has focus but cannot be seen, because something lies over its middle. */
    private static final String COVERED = """
            () => {
              const focused = document.activeElement, box = (focused.closest('label') ?? focused).getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20));
              return top && (focused.contains(top) || top.contains(focused) || top.closest('label')?.contains(focused))
                ? '' : focused.outerHTML.slice(0, 120) + ' under ' + top?.outerHTML.slice(0, 80);
            }""";

    @ParameterizedTest
    @EnumSource
    void everyScreenIsAccessibleAndFits(Screen screen) {
        screen.show(this);
        isAccessible("" + screen);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        isAccessible(screen + ", dark");
        open(320, 640, ColorScheme.LIGHT);
        screen.show(this);
        isAccessible(screen + ", 320 px");
        assertEquals(List.of(), page.evaluate(TOO_SMALL), screen + ": large enough to be touched");
    }

    private void isAccessible(String name) {
        isAccessibleAndFits(page, name);
        fits(name);
    }

    private void fits(String name) {
        int width = page.viewportSize().width;
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), name + " fits");
        assertEquals(
                0, page.evaluate("(page => page.scrollWidth - page.clientWidth)(document.getElementById('page'))"));
        assertThat(page.locator("#call")).isInViewport();
    }

    @Test
    void aWholeTriageNeedsOnlyTheKeyboard() {
        page.keyboard().press("Tab");
        assertThat(page.getByText("Go to the message box")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().type(SORE);
        replyAfter(() -> page.keyboard().press("Enter"));
        while (page.locator(".summary").count() == 0) {
            boolean boxes = sendTicked().count() > 0;
            moveTo(boxes ? box(NONE) : button("Hours after exercise, or the next day"), "Shift+Tab");
            if (boxes) {
                page.keyboard().press("Space");
                moveTo(sendTicked(), "Tab");
            }
            replyAfter(() -> page.keyboard().press("Enter"));
            moveTo(messageBox(), "Tab");
        }
        moveTo(page.locator(".summary"), "Shift+Tab");
        Page summary = page.waitForPopup(() -> page.keyboard().press("Enter"));
        summary.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(summary.locator("main")).containsText("25");
        assertTrue(summary.pdf().length > 0, "it can be printed");
    }

    /** Presses a key until this has focus; whatever has focus on the way can be seen. */
    private void moveTo(Locator target, String key) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if ((boolean) target.evaluate("target => target === document.activeElement")) {
                return;
            }
            page.keyboard().press(key);
            assertEquals("", page.evaluate(COVERED), "what has focus can be seen");
        }
        throw new AssertionError("cannot be reached with " + key + ": " + target);
    }

    @Test
    void focusNeverMovesByItself() {
        page.evaluate("window.moves = 0; addEventListener('focusin', () => window.moves++)");
        messageBox().focus();
        say(COMPLAINT);
        say(IN_DANGER);
        assertThat(messageBox()).isFocused();
        assertEquals(1, page.evaluate("moves"), "focus went to the message box only");
        page.reload();
        assertThat(replies()).hasCount(2);
        assertEquals("BODY", page.evaluate("document.activeElement.tagName"), "and nowhere after a reload");
    }

    @Test
    void theLogIsOnlyEverAddedTo() {
        say(COMPLAINT);
        page.evaluate("""
                window.gone = [];
                new MutationObserver(changes => changes.forEach(({ removedNodes }) =>
                  removedNodes.forEach(node => gone.push(node.nodeName + ' ' + node.textContent))))
                  .observe(document.querySelector('#log > ol'), { childList: true })""");
        Object first = page.locator(".reply").first().innerText();
        button("dull ache").click();
        replyAfter(() -> button("No, that is wrong").click());
        say("thanks");
        assertEquals(List.of(), page.evaluate("gone"));
        assertEquals(
                first.toString().replace("Send what you ticked", "Sent"),
                replies().first().innerText());
    }

    @Test
    void whatIsNewIsAnnouncedByALogAndAnEmergencyByAnAlert() {
        assertThat(page.getByRole(AriaRole.LOG)).hasAccessibleName("Conversation");
        Locator alert = page.locator("#bar [role=alert]");
        assertThat(alert).hasText("");
        say(COMPLAINT);
        assertThat(alert).hasText("");
        assertThat(page.locator("#log")).not().hasAttribute("aria-live", "off");
        assertThat(replies().last()).matchesAriaSnapshot("""
                        - group "Since this started, have you had any of these, even if they have gone now?":
                          - checkbox "Passing out"
                          - checkbox "None of these"
                          - button "Send what you ticked"
                          - status""");
        say(IN_DANGER);
        assertThat(alert).hasText("Immediate action required: Call 999 now");
    }

    @Test
    void whatAReloadBringsBackIsNotAnnouncedAgain() {
        say(COMPLAINT);
        page.addInitScript("""
                document.addEventListener('readystatechange', () => {
                  const log = document.getElementById('log');
                  window.lives = [];
                  new MutationObserver(() => lives.push(log.ariaLive)).observe(log, { attributeFilter: ['aria-live'] });
                }, { once: true })""");
        page.reload();
        assertThat(replies()).hasCount(1);
        page.waitForFunction("() => lives.length === 2");
        assertEquals(Arrays.asList("off", null), page.evaluate("lives"), "quiet while it is put back, then as before");
    }

    @Test
    void aCardSaysItsUrgencyInWords() {
        say(IN_DANGER);
        assertThat(replies().last()).matchesAriaSnapshot("""
                        - 'heading /Immediate action required ?: Call 999 now/ [level=2]'
                        - link "Call 999"
                        """);
    }

    @Test
    void aSlowAnswerIsToldInWordsAndWithoutMotion() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.route("**/api/chat", route -> {});
        page.clock().install();
        type("hello");
        page.clock().runFor(500);
        Locator words = page.locator("#waiting p:visible");
        assertThat(words).hasText("Scapula is reading your message.");
        assertThat(page.locator("#waiting")).hasAttribute("role", "status");
        page.clock().runFor(12_000);
        assertThat(words).containsText("If this could be an emergency, call the number above now.");
        assertEquals(0, page.evaluate("document.getAnimations().length"));
    }

    @Test
    void whatIsMissingIsNamedAndTheBoxesDoNotSendByThemselves() {
        say(COMPLAINT);
        sendTicked().click();
        Locator missing = replies().last().locator(".missing");
        assertThat(missing).hasText("Tick what fits, or None of these.");
        assertThat(missing).hasAttribute("role", "status");
        box(NONE).check();
        assertThat(missing).hasText("");
        assertThat(replies()).hasCount(1);
    }

    @Test
    void howBadAndHowLongAreRadioButtonsThatNeedNoDragging() {
        Locator reply = say("it hurts");
        while (reply.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("How bad"))
                        .count()
                == 0) {
            reply = tick(NONE);
        }
        Locator bad = reply.locator("fieldset fieldset").first();
        assertThat(bad.locator("input[type=radio]"))
                .hasCount(bad.locator("input").count());
        bad.locator("input").first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(bad.locator("input").nth(1)).isChecked();
        assertThat(replies()).hasCount(reply.page().locator(".reply").count());
        assertThat(page.locator("input[type=range], [draggable=true]")).hasCount(0);
    }

    @Test
    void theCallIsAlwaysInTheSamePlace() {
        Object place = place();
        say(COMPLAINT);
        assertEquals(place, place());
        page.context().setOffline(true);
        assertEquals(place, place());
    }

    private Object place() {
        return page.evaluate(
                "(({ x, y }) => [Math.round(x), Math.round(y)])(document.getElementById('call').getBoundingClientRect())");
    }

    @Test
    void theBodyMapIsAListForWhoeverCannotPoint() {
        page.getByText(WHERE_IT_HURTS).focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.getByLabel("By my left shoulder blade")).isChecked();
        assertThat(page.locator("#place .region.on")).hasCount(1);
        assertThat(page.locator("#place .back")).hasAttribute("aria-hidden", "true");
        replyAfter(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".said")).containsText("It hurts by my left shoulder blade");
    }

    @Test
    void noLetterIsAShortcutAndEscapeLeavesTheLog() {
        say(STRETCH);
        page.locator("#log").focus();
        for (String key : List.of("p", "d", "c", "s", "r", "?", "/")) {
            page.keyboard().press(key);
        }
        assertThat(page.locator(":popover-open")).hasCount(0);
        assertThat(replies()).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(messageBox()).isFocused();
        assertThat(messageBox()).hasValue("");
        Object before = page.evaluate("document.getElementById('page').scrollTop");
        page.keyboard().press("PageDown");
        page.waitForFunction("before => document.getElementById('page').scrollTop > before", before);
        page.keyboard().type("a");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("b");
        assertThat(messageBox()).hasValue("a\nb");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "DANGER_LIST", "EMERGENCY", "SELF_CARE", "BODY_MAP", "MENU"})
    void widerTextAndTwiceTheSizeFit(Screen screen) {
        open(new NewContextOptions().setViewportSize(640, 450).setDeviceScaleFactor(2));
        screen.show(this);
        fits(screen + " at 200 %");
        open(375, 740, ColorScheme.LIGHT);
        screen.show(this);
        page.evaluate("""
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
                document.adoptedStyleSheets = [sheet]""");
        fits(screen + " with wider text");
        assertEquals(List.of(), page.evaluate("""
                        [...document.querySelectorAll('button, summary, .chip, h2, .safety')]
                          .filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 8))
                          .map(e => e.textContent.trim())"""), "nothing is cut off");
    }

    @Test
    void inForcedColoursWhatIsChosenIsSeen() {
        open(new NewContextOptions().setViewportSize(1280, 900).setForcedColors(ForcedColors.ACTIVE));
        pointAtTheLeftBlade();
        String colours = "regions => regions.map(region => getComputedStyle(region).fill)";
        List<?> fills = (List<?>) page.locator("#place .region").evaluateAll(colours);
        assertEquals(2, fills.stream().distinct().count(), "the chosen place has a colour of its own: " + fills);
        say(COMPLAINT);
        assertThat(page.locator(".said > p").last()).hasCSS("border-top-style", "solid");
        isAccessible("forced colours");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "320, 640"})
    void aPageFromRightToLeftIsAMirror(int width, int height) {
        open(width, height, ColorScheme.LIGHT);
        page.evaluate("document.documentElement.dir = 'rtl'");
        say(COMPLAINT);
        fits("right to left");
        double call = page.locator("#call").boundingBox().x;
        assertTrue(call < width / 2.0, "the call is on the left");
        assertTrue(page.locator(".said").boundingBox().x < replies().first().boundingBox().x + width / 2.0);
        isAccessible("right to left");
    }

    @Test
    void wordsInAnotherLanguageAreMarkedAsSuch() {
        Locator reply = say("صدري يؤلمني وظهري");
        assertThat(page.locator(".said [dir=auto]")).hasText("صدري يؤلمني وظهري");
        assertThat(reply.locator("[lang=ar]").first()).hasAttribute("dir", "rtl");
        assertThat(say("me duele mucho la espalda alta y el pecho")
                        .locator("[lang=es]")
                        .first())
                .hasAttribute("dir", "ltr");
    }
}

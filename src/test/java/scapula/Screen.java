package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.Locale;

/** What a visitor may come to see, and how they get there. */
enum Screen {
    WELCOME,
    BODY_MAP,
    ANSWER,
    PICTURES,
    DANGER_LIST,
    REASONS,
    ASK,
    EMERGENCY,
    URGENT,
    SOON,
    SELF_CARE,
    CRISIS,
    MENU,
    CHIP,
    CHANGE,
    OFFLINE,
    ERROR;

    void show(Visitor visitor) {
        switch (this) {
            case WELCOME -> assertThat(visitor.page.locator("#suggestions")).isVisible();
            case BODY_MAP -> visitor.pointAtTheLeftBlade();
            case ANSWER -> visitor.say(Visitor.STRETCH);
            case PICTURES -> {
                visitor.say(Visitor.STRETCH);
                visitor.page.locator("figcaption").nth(2).scrollIntoViewIfNeeded();
            }
            case DANGER_LIST -> showDangers(visitor);
            case REASONS -> showReasons(visitor);
            case ASK -> visitor.say(Visitor.TORN);
            case EMERGENCY -> visitor.say(Visitor.IN_DANGER);
            case URGENT -> visitor.untilResult(Visitor.WASTING);
            case SOON -> visitor.untilResult(Visitor.LASTING);
            case SELF_CARE -> visitor.selfCare();
            case CRISIS -> visitor.say(Visitor.IN_CRISIS);
            case MENU, CHIP, CHANGE -> open(visitor);
            case OFFLINE, ERROR -> fail(visitor);
        }
    }

    private static void showDangers(Visitor visitor) {
        visitor.say(Visitor.COMPLAINT);
        visitor.sendTicked().click();
    }

    private static void showReasons(Visitor visitor) {
        visitor.say(Visitor.COMPLAINT);
        visitor.unfold("Sources");
        visitor.unfold("Why this answer?");
        visitor.unfold("Why are you asking?");
    }

    private void open(Visitor visitor) {
        visitor.say(Visitor.COMPLAINT);
        switch (this) {
            case MENU -> visitor.button("This conversation").click();
            case CHIP -> visitor.button("left side").click();
            default -> visitor.change(Visitor.COMPLAINT).click();
        }
    }

    private void fail(Visitor visitor) {
        visitor.say("hello");
        if (this == OFFLINE) {
            visitor.context.setOffline(true);
        } else {
            visitor.page.route("**/api/chat", Route::abort);
        }
        visitor.type(Visitor.STRETCH);
        assertThat(visitor.page.locator(".failure")).isVisible();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

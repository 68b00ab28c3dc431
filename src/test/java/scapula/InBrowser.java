package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A page in a real Chromium, which is one for all tests, and talks to one thread only. What is complained of meanwhile
 * makes a test fail.
 */
@Execution(ExecutionMode.SAME_THREAD)
abstract class InBrowser {

    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Started with the first page that is opened; it ends with the tests. */
    private static final class Shared {
        private static final com.microsoft.playwright.Browser BROWSER = Browser.launch(Browser.playwright());
    }

    final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    @AfterEach
    void nothingWasComplainedOf() {
        close();
        assertEquals(List.of(), complaints, "the console has no complaint and nothing is loaded from elsewhere");
    }

    private void close() {
        if (context != null) {
            context.close();
        }
    }

    /** Opens a window for somebody who has been nowhere yet, and closes the one before it. */
    void window(NewContextOptions options) {
        close();
        context = newContext(options);
        page = context.newPage();
    }

    static BrowserContext newContext(NewContextOptions options) {
        return Shared.BROWSER.newContext(options);
    }

    static NewContextOptions sized(int width, int height, ColorScheme colours) {
        return new NewContextOptions().setViewportSize(width, height).setColorScheme(colours);
    }

    /** Leaves a picture of the page in target/screens, of the whole of it or of what is in view. */
    String picture(String screen, int width, ColorScheme colours, boolean whole) {
        String name = screen + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(whole).setPath(Path.of("target/screens", name + ".png")));
        return name;
    }

    /** Checks what can be checked of any screen: WCAG 2.2 AA as far as axe sees it, and that nothing is cut off. */
    static void isAccessibleAndFits(Page page, String name) {
        assertEquals(
                List.of(),
                new AxeBuilder(page)
                        .withTags(STANDARD).analyze().getViolations().stream()
                                .map(Rule::toString)
                                .toList(),
                name);
        assertEquals(page.viewportSize().width, page.evaluate("document.documentElement.scrollWidth"), name + " fits");
    }
}

package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser keeps of the page: whom to call when there is no network, and nothing that was said. */
class OfflineIT extends InBrowser {

    private static final String READY = "navigator.serviceWorker.ready.then(() => true)";

    /** The address and the text of everything that is kept. */
    private static final String KEPT = "async () => (await Promise.all((await caches.keys()).map(async name => {"
            + " const cache = await caches.open(name);"
            + " return Promise.all((await cache.keys()).map(async request =>"
            + "  name + ' ' + request.url + '\\n' + await (await cache.match(request)).text())); }))).flat()";

    private void open(int width, ColorScheme colours) {
        window(sized(width, 900, colours));
        page.navigate(Chat.url() + "/");
        page.evaluate(READY);
    }

    @SuppressWarnings("unchecked")
    private List<String> kept() {
        return (List<String>) page.evaluate(KEPT);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK", "320, LIGHT"})
    void withoutANetworkThePageSaysWhomToCall(int width, ColorScheme colours) {
        open(width, colours);
        context.setOffline(true);
        page.navigate(Chat.url() + "/");

        Locator calls = page.locator("a[href^='tel:']");
        assertThat(calls).hasCount(8);
        assertThat(calls).hasText(new String[] {
            "Call 999", "Call 911", "Call 112", "Call 000", "Call 911", "Call 112 or 999", "Call 111", "Call 112"
        });
        assertThat(page.getByText("United Kingdom").locator("xpath=..").locator("a"))
                .hasAttribute("href", "tel:999");
        assertThat(page.getByText("tightness in your chest")).isVisible();
        look("offline", width, colours);

        context.setOffline(false);
        page.getByText("Try again").click();
        assertThat(page.getByLabel("Your message")).isVisible();
    }

    @Test
    void whereverOneGoesWithoutANetworkThePageSaysWhomToCall() {
        open(1280, ColorScheme.LIGHT);
        context.setOffline(true);
        page.navigate(Chat.url() + "/?region=US");
        assertThat(page.getByText("There is no connection")).isVisible();
        page.navigate(Chat.url() + "/talk");
        assertThat(page.getByText("There is no connection")).isVisible();
    }

    @Test
    void nothingThatIsSaidIsKept() {
        open(1280, ColorScheme.LIGHT);
        page.reload();
        page.getByLabel("Your message").fill("xylophone lessons make my upper back ache");
        page.keyboard().press("Enter");
        assertThat(page.locator(".reply")).hasCount(1);
        String answer = page.locator(".reply h2").first().innerText();
        page.navigate(Chat.url() + "/talk");
        page.locator("#words").fill("xylophone again");
        page.locator(".send").click();
        assertThat(page.locator(".said")).hasCount(1);

        List<String> kept = kept();
        assertTrue(kept.stream().anyMatch(file -> file.contains("/chat.js\n")), "the page's own files are kept");
        for (String file : kept) {
            String address = file.lines().findFirst().orElseThrow();
            assertFalse(address.contains("/api/") || address.contains("/talk"), address);
            assertFalse(file.contains("xylophone") || file.contains(answer), address);
        }
    }

    @Test
    void whatAnEarlierBuildKeptIsThrownAway() {
        window(new NewContextOptions());
        page.navigate(Chat.url() + "/chat.css");
        page.evaluate("caches.open('scapula-earlier').then(cache => cache.put('/chat.js', new Response('old')))");
        page.navigate(Chat.url() + "/");
        page.evaluate(READY);
        page.waitForCondition(() -> kept().stream().noneMatch(file -> file.startsWith("scapula-earlier")));
        assertTrue(kept().stream().anyMatch(file -> file.contains("/offline.html\n")));
    }

    @Test
    void theCallsOfTheApiGoPastTheWorker() {
        open(1280, ColorScheme.LIGHT);
        page.reload();
        Request call = page.waitForRequest("**/api/chat", () -> {
            page.getByLabel("Your message").fill("hello");
            page.keyboard().press("Enter");
        });
        assertFalse(call.response().fromServiceWorker());
    }

    /** Under the page's own policy: no other script can be made a worker, and no other policy be made. */
    @Test
    void noScriptButTheWorkerCanBeLetIn() {
        open(1280, ColorScheme.LIGHT);
        assertEquals(
                "TypeError",
                page.evaluate("navigator.serviceWorker.register('chat.js').then(() => 'made', error => error.name)"));
        for (String name : List.of("scapula", "default", "other")) {
            assertEquals(
                    "TypeError",
                    page.evaluate(
                            "name => { try { trustedTypes.createPolicy(name, {}); return 'made'; }"
                                    + " catch (error) { return error.name; } }",
                            name),
                    name);
        }
    }

    /** Takes a picture, and checks what can be checked of any screen. */
    private void look(String screen, int width, ColorScheme colours) {
        isAccessibleAndFits(page, picture(screen, width, colours, true));
    }
}

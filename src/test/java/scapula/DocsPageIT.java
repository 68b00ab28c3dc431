package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scapula.http.Description;

/** The page of the API in a real Chromium, where no script is allowed. Pictures are left in target/screens. */
class DocsPageIT extends InBrowser {

    private static final Description DESCRIPTION = Description.read();

    private void open(NewContextOptions options) {
        window(options);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onRequest(request -> {
            if (!request.url().startsWith(Chat.url())) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(Chat.url() + "/docs");
    }

    private void openWithoutAScript() {
        open(new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false));
    }

    private Locator entry(String id) {
        return page.locator("[id='" + id + "']");
    }

    @Test
    void everyCallAndEveryShapeIsThereWithAllItsFields() {
        openWithoutAScript();
        DESCRIPTION.operations().forEach(call -> {
            Locator entry = entry(call.json().get("operationId").asText());
            assertThat(entry.locator("h3")).hasText(call.json().get("summary").asText());
            assertThat(entry.locator(".call")).hasText(call.method() + " " + call.path());
            assertEquals(
                    names(call.json().get("responses")),
                    entry.locator(".replies > dt").allTextContents());
        });
        JsonNode shapes = DESCRIPTION.json().at("/components/schemas");
        for (String shape : names(shapes)) {
            assertEquals(
                    names(shapes.get(shape).path("properties")),
                    entry(shape).locator("> dl > dt > code").allTextContents());
        }
    }

    @Test
    void aFieldTellsItsTypeItsMeaningItsValuesAndWhereItMayBeLeftOut() {
        openWithoutAScript();
        Locator question = entry("ChatReply")
                .locator("> dl > dt")
                .filter(new Locator.FilterOptions().setHasText("question Question"));
        assertThat(question).hasText("question Question or null");
        assertThat(question.locator("a")).hasAttribute("href", "#Question");
        assertThat(entry("ChatRequest").locator("> dl > dt").nth(1))
                .hasText("chosen list of string or null, may be left out");
        assertThat(entry("Level")).containsText("How soon help is needed");
        assertEquals(
                List.of("emergency", "urgent", "soon", "self_care", "not_checked"),
                entry("Level").locator(".values code").allTextContents());
        assertThat(entry("say").locator("pre").first()).containsText("curl -s localhost:7070/api/chat -H");
        assertThat(entry("say").locator(".replies")).containsText("Retry-After So many seconds later");
    }

    @Test
    void anExampleOfAReplyIsAsTheReplyIsDescribed() {
        openWithoutAScript();
        Locator examples = page.locator(".replies details");
        assertTrue(examples.count() > 5);
        examples.locator("pre").allTextContents().forEach(Chat::json);
        JsonNode reply = Chat.json(entry("say").locator("details pre").textContent());
        JsonNode schema =
                DESCRIPTION.json().at("/paths/~1api~1chat/post/responses/200/content/application~1json/schema");
        assertEquals(List.of(), Contract.served().errors(schema, reply));
    }

    @Test
    void everyLinkLeadsSomewhere() {
        open(new NewContextOptions());
        List<?> ids = (List<?>) page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)");
        Set<?> all = new HashSet<>(ids);
        assertEquals(ids.size(), all.size(), "no anchor stands for two things");
        for (Object link : (List<?>) page.evaluate("[...document.links].map(one => one.getAttribute('href'))")) {
            String to = link.toString();
            boolean leads = to.startsWith("#")
                    ? all.contains(to.substring(1))
                    : to.startsWith("tel:") || Chat.get(to).statusCode() == 200;
            assertTrue(leads, to);
        }
    }

    @Test
    void theKeyboardReachesACallAndItsExample() {
        openWithoutAScript();
        Locator link = page.getByText("Say something", new Page.GetByTextOptions().setExact(true))
                .first();
        while (!link.evaluate("link => link === document.activeElement").equals(true)) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(entry("say").locator("h3")).isInViewport();
        Object hidden = entry("say")
                .locator("h3")
                .evaluate("heading => heading.getBoundingClientRect().top"
                        + " < document.querySelector('.bar').getBoundingClientRect().bottom");
        assertEquals(false, hidden, "the bar covers no heading that was asked for");
        Locator example = entry("say").locator("summary");
        example.focus();
        page.keyboard().press("Enter");
        assertThat(entry("say").locator("details pre")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void everyScreenIsAccessibleAndFits(int width, ColorScheme colours) {
        NewContextOptions options = sized(width, 900, colours);
        open(options);
        page.locator("summary").first().click();
        look("example", width, colours);
        open(options.setForcedColors(ForcedColors.ACTIVE));
        look("forced", width, colours);
    }

    /** Takes a picture, and checks what can be checked of any screen. */
    private void look(String screen, int width, ColorScheme colours) {
        isAccessibleAndFits(page, picture("docs-" + screen, width, colours, false));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

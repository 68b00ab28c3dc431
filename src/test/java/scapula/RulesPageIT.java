package scapula;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scapula.content.Content;
import scapula.domain.WrittenRule;

/** The page of the rules in a real Chromium, and as it comes without a script. Pictures are left in target/screens. */
class RulesPageIT extends InBrowser {

    private static final String FLAG = "/rules?show=flag:ACS_EXERT";
    private static final Pattern DRL = Pattern.compile(
            "Present\\(|Sign\\(|Chosen\\(|==|!=|\\bin \\(|startsWith|\\{\\w+}|\\w+:\\w+_\\w+|\\bnull\\b");

    private static Content content;

    @BeforeAll
    static void readTheContent() throws IOException {
        content = Assembly.builtContent();
    }

    @BeforeEach
    void openThePage() {
        open("/rules", new NewContextOptions().setViewportSize(1280, 900));
    }

    private void open(String path, NewContextOptions options) {
        window(options);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(Chat.url())) {
                complaints.add("request to " + request.url());
            }
        });
        page.navigate(Chat.url() + path);
    }

    private Locator entry(String key) {
        return page.locator("[id='" + key + "']");
    }

    private Locator onTheMap(String label) {
        return page.locator(".map a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("(^|^\\w+ )" + label + "$")));
    }

    @Test
    void everyRedFlagAndEveryAnswerIsThereWithASource() {
        content.advice().flags().forEach((id, flag) -> {
            assertThat(entry("flag:" + id)).containsText(flag.label());
            assertThat(entry("flag:" + id)).containsText(flag.reason());
            assertTrue(entry("flag:" + id).locator(".head a[href*='#source-']").count() > 0, id);
        });
        content.answers().forEach((id, answer) -> {
            assertThat(entry("answer:" + id)).containsText(answer.title());
            assertThat(entry("answer:" + id)).containsText("Read against its sources on");
            assertEquals(
                    answer.sources().size(),
                    entry("answer:" + id).locator(".head a[href*='#source-']").count());
        });
    }

    @Test
    void everyRuleIsThereOnceInWordsAndNotInCode() {
        List<String> names = page.locator(".rule > p:first-child a").allTextContents();
        assertEquals(content.written().size(), names.size());
        assertEquals(
                content.written().stream().map(WrittenRule::name).sorted().toList(),
                names.stream().sorted().toList());
        List<String> code = page.locator(".rule .when").allTextContents().stream()
                .filter(when -> DRL.matcher(when).find())
                .toList();
        assertEquals(List.of(), code);
        List<?> ids = (List<?>) page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)");
        assertEquals(ids.size(), new HashSet<>(ids).size(), "no anchor stands for two things");
    }

    @Test
    void aRuleTellsWhatItNeedsWhatItForbidsAndWhatItRestsOn() {
        Locator rule = entry("rule:an-upper-back-that-hurts-on-no-one-side-is-central");
        assertThat(rule).containsText("any of: upper back");
        assertThat(rule).containsText("unless any of: left side; right side");
        assertThat(rule.locator("a[href*='#source-S15']")).hasCount(1);
        assertThat(rule).containsText("rules/signs/places.drl:");
    }

    private void search(String query) {
        page.getByLabel("Search the answers").fill(query);
        page.keyboard().press("Enter");
    }

    @Test
    void aSearchShowsWhatFitsSaysHowManyAndIsKeptInTheAddress() {
        search("shingles rash");
        assertThat(page.locator("#found")).containsText(Pattern.compile("^[1-9]\\d? of \\d+ entries fit"));
        Locator found = page.locator(".rule:visible, .entry:visible");
        assertTrue(found.count() > 0);
        found.allTextContents()
                .forEach(text -> assertTrue(text.toLowerCase(Locale.ROOT).contains("rash"), text));
        assertTrue(page.url().endsWith("/rules?q=shingles+rash"), page.url());
        assertThat(page.getByLabel("Search the answers")).hasValue("shingles rash");

        search("zebra");
        assertThat(page.locator("#found")).hasText("Nothing fits. Try fewer or other words.");
        search("");
        assertThat(page.locator("#found")).hasText("");
        assertThat(page.locator(".topic[open]")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calf", "Heart EFFORT", "s15 sudden"})
    void aSearchNeedsNoScript(String query) {
        open("/rules", new NewContextOptions().setJavaScriptEnabled(false));
        search(query);
        assertThat(page.locator("#found")).containsText(Pattern.compile("^[1-9]\\d* of \\d+ entries fit"));
        assertThat(page.getByLabel("Search the answers")).hasValue(query);
    }

    @Test
    void aRuleIsFollowedFromAFindingToASignToALevelAndBack() {
        open("/rules?show=finding:agg:exertion", new NewContextOptions());
        assertThat(page.locator(".map [aria-current]")).hasText("worse with effort");
        onTheMap("came on with effort").click();
        assertThat(page.locator(".map [aria-current]")).containsText("came on with effort");
        assertThat(onTheMap("worse with effort")).isVisible();
        onTheMap("warning signs that came on with effort").first().click();
        assertThat(page.locator("h2").first()).hasText("Map of “warning signs that came on with effort”");
        assertThat(page.locator(".map [aria-current]").first()).containsText("Emergency");
        page.locator(".rule > p a").first().click();
        assertThat(page.locator(".map [aria-current]")).hasCount(0);
        assertThat(page.locator(".map path.thick")).not().hasCount(0);
        onTheMap("came on with effort").click();
        onTheMap("worse with effort").click();
        assertThat(page.locator(".map [aria-current]")).hasText("worse with effort");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Matcher links = Pattern.compile("href=\"\\?show=([^\"]+)\"")
                .matcher(Chat.get("/rules").body());
        HashSet<String> keys = new HashSet<>();
        while (links.find()) {
            keys.add(links.group(1));
        }
        assertTrue(keys.size() > content.written().size());
        keys.forEach(key -> {
            HttpResponse<String> answer = Chat.get("/rules?show=" + key);
            assertEquals(200, answer.statusCode(), key);
            assertFalse(answer.body().contains("NaN"), key);
        });
        assertEquals(404, Chat.get("/rules?show=flag:NONE").statusCode());
    }

    @Test
    void whatIsSearchedForIsShownAsTextAndNeverAsMarkup() {
        String body = Chat.get("/rules?q=%22%3E%3Cscript%3E%7B%7Bcontent%7D%7D").body();
        assertTrue(body.contains("value=\"&quot;&gt;&lt;script&gt;{{content}}\""));
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "320, 640, LIGHT", "320, 640, DARK"})
    void everyScreenIsAccessibleAndFits(int width, int height, ColorScheme colours) {
        NewContextOptions options = sized(width, height, colours);
        open("/rules", options);
        look("start", width, colours);
        page.getByLabel("Search the answers").fill("pulsing tummy");
        look("search", width, colours);
        open(FLAG, options);
        look("flag", width, colours);
        open("/rules?show=sign:two-signs-of-the-heart", options);
        look("sign", width, colours);
        page.locator(".rule > p a").first().click();
        look("rule", width, colours);
        open(FLAG, options.setForcedColors(ForcedColors.ACTIVE));
        look("forced", width, colours);
    }

    /** Takes a picture, and checks what can be checked of any screen. */
    private void look(String screen, int width, ColorScheme colours) {
        isAccessibleAndFits(page, picture("rules-" + screen, width, colours, !screen.equals("start")));
    }
}

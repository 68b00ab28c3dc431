package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The summary for a health professional in a real Chromium: on the screen, and on one sheet of paper. */
class SummaryPageIT extends InBrowser {

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK"})
    void theSummaryOfALongTalkIsAccessibleAndOneSheetLong(int width, ColorScheme colours) {
        window(sized(width, 900, colours));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(Chat.url() + "/api/conversations/" + longTalk() + "/summary");
        String name = picture("summary", width, colours, true);
        isAccessibleAndFits(page, name);
        byte[] pdf = page.pdf(
                new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of("target/screens", name + ".pdf")));
        int sheets = new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1).length - 1;
        assertEquals(1, sheets, "sheets of paper");
    }

    private static String longTalk() {
        Chat chat = new Chat();
        chat.say(
                "upper back ache on the left between my shoulder blades for three weeks, 54, worse at night and when I "
                        + "sit, burning, started after rows, high blood pressure, type 2 diabetes, on statins and ibuprofen");
        chat.say("no chest pain, no fever, no numb legs, no trouble peeing, no weight loss, not pregnant, never had "
                + "cancer, maybe short of breath, not sure about sweating");
        return chat.say("it came on mid run, sweaty, sick and faint, spreads to my left arm and jaw")
                .get("conversationId")
                .asText();
    }
}

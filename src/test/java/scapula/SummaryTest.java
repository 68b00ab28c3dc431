package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /api/conversations/{id}/summary} in its three forms, through a real server. */
class SummaryTest {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final String FHIR = "application/fhir+json";
    private static final String EMERGENCY = "left upper back ache came on mid run, sweaty and sick";

    @Test
    void thePageTellsLevelWordsAndReasons() {
        String page = body(begun(EMERGENCY + ", no fever"), HTML);
        assertTrue(page.contains("<h1>Summary for a health professional</h1>"), page);
        assertTrue(page.contains("Immediate action required: an emergency"), page);
        assertTrue(page.contains("Call 999 now"), page);
        assertTrue(page.contains("pain with warning signs from the heart"), page);
        assertTrue(page.contains("“sweaty and sick”"), page);
        assertTrue(page.contains("no fever"), page);
        assertTrue(page.contains("It is no diagnosis, and no clinician has checked it."), page);
        assertTrue(page.contains(
                "Pain in the upper left back with a cold sweat, sickness or faintness is an emergency (S07, "));
        assertFalse(page.contains("<script") || page.contains("style="), page);
    }

    @Test
    void whatWasTypedIsShownAsTextAndNeverAsMarkup() {
        String id =
                begun("left upper <b>back</b> & \"blade\" ache came on mid run, <b>sweaty</b> and sick \u0007\u0000");
        String page = body(id, HTML);
        assertFalse(page.contains("<b>sweaty") || page.contains("<b>back"), page);
        assertTrue(page.contains("&lt;b&gt;"), page);
        assertEquals(List.of(), Fhir.complaints(body(id, FHIR)));
    }

    @Test
    void jsonTellsTheSameInTheNamesOfTheContract() {
        String id = begun(EMERGENCY + ", no fever");
        JsonNode summary = Chat.json(body(id, JSON));
        assertEquals(id, summary.get("conversationId").asText());
        assertEquals("self", summary.get("about").asText());
        assertEquals("emergency", summary.at("/triage/level").asText());
        assertEquals("now", summary.at("/triage/within").asText());
        assertEquals("Call 999 now", summary.at("/triage/told").asText());
        assertEquals("ACS_EQUIV", summary.at("/triage/flags/0/id").asText());
        assertFalse(summary.at("/triage/unfinished").asBoolean());
        assertTrue(summary.get("began").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        JsonNode fever = named(summary.get("findings"), "token", "assoc:fever");
        assertEquals("absent", fever.get("state").asText());
        assertEquals("no fever", fever.get("label").asText());
        JsonNode sick = named(summary.get("findings"), "token", "assoc:nausea_vomit");
        assertEquals("sweaty and sick", sick.get("text").asText());
        assertEquals(1, sick.get("turn").asInt());
        assertEquals(11, summary.get("notAsked").size(), "an emergency is told before anything is asked");
        assertEquals(0, summary.get("notAnswered").size());
        assertTrue(summary.at("/because/0/sources").toString().contains("S07"));
        assertTrue(summary.at("/version/rules").asText().startsWith("sha256:"));
    }

    @Test
    void whatWasAskedInVainIsToldApartFromWhatWasNotAsked() {
        Chat chat = new Chat();
        chat.say("my mum has a sore upper back since yesterday");
        JsonNode reply = chat.tap("yes");
        JsonNode question = reply.get("question");
        JsonNode summary = Chat.json(body(reply.get("conversationId").asText(), JSON));
        assertEquals("other", summary.get("about").asText());
        assertTrue(summary.at("/triage/unfinished").asBoolean(), summary::toPrettyString);
        assertEquals(
                question.get("id").asText(), summary.at("/notAnswered/0/id").asText());
        assertFalse(summary.get("notAsked")
                .toString()
                .contains(summary.at("/notAnswered/0/topic").asText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EMERGENCY,
                EMERGENCY + ", no fever, maybe short of breath",
                "my husband has a sore upper back, no chest pain, not sure about fever",
                "hello"
            })
    void fhirIsAValidDocument(String message) {
        String id = begun(message);
        String document = body(id, FHIR);
        assertEquals(List.of(), Fhir.complaints(document));
        JsonNode bundle = Chat.json(document);
        assertEquals("document", bundle.get("type").asText());
        assertEquals("Composition", bundle.at("/entry/0/resource/resourceType").asText());
        assertEquals(document, body(id, FHIR), "the same conversation gives the same bytes");
    }

    @Test
    void fhirTellsWhatIsThereAndWhatIsNot() {
        JsonNode bundle = Chat.json(body(begun(EMERGENCY + ", no fever"), FHIR));
        JsonNode fever = observation(bundle, "assoc:fever");
        assertFalse(fever.get("valueBoolean").asBoolean(true));
        assertEquals("fever", fever.at("/code/text").asText());
        JsonNode sick = observation(bundle, "assoc:nausea_vomit");
        assertTrue(sick.get("valueBoolean").asBoolean());
        assertTrue(sick.at("/note/0/text").asText().startsWith("“sweaty and sick” (Message 1, "));
        assertTrue(bundle.toString().contains("\"code\":\"emergency\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "application/*|application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html",
                "text/html;q=0.5, application/fhir+json|application/fhir+json",
                "Application/FHIR+JSON; fhirVersion=4.0|application/fhir+json",
                "application/json;q=0, */*;q=0.1|text/html",
                "text/html, */*|text/html"
            })
    void theFormIsTheOneThatIsWantedMost(String accept, String type) {
        HttpResponse<String> response = get(begun("hello"), accept);
        assertEquals(200, response.statusCode());
        assertEquals(type + ";charset=utf-8", header(response, "Content-Type").replace(" ", ""));
        assertEquals("Accept", header(response, "Vary"));
        assertEquals("no-store", header(response, "Cache-Control"));
    }

    @Test
    void whoNamesNoFormGetsJson() {
        assertTrue(header(get(begun("hello"), ""), "Content-Type").startsWith(JSON));
    }

    @Test
    void anotherFormIsRefused() {
        assertProblem(get(begun("hello"), "application/pdf, text/html;q=0"), 406, "The summary comes as text/html, ");
    }

    @Test
    void anUnknownConversationIsNotFound() {
        for (String accept : List.of(JSON, HTML, FHIR)) {
            assertProblem(get("no-such-conversation", accept), 404, "This conversation has ended or was erased.");
        }
    }

    private static String begun(String message) {
        return new Chat().say(message).get("conversationId").asText();
    }

    private static JsonNode observation(JsonNode bundle, String token) {
        return StreamSupport.stream(bundle.get("entry").spliterator(), false)
                .map(entry -> entry.get("resource"))
                .filter(resource -> resource.at("/code/coding/0/code").asText().equals(token))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode named(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.get(key).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + value + " in " + list));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String sentence) {
        JsonNode problem = Chat.json(response.body());
        assertEquals(status, response.statusCode(), problem::toString);
        assertEquals(status, problem.get("status").asInt());
        assertTrue(problem.get("detail").asText().startsWith(sentence), problem::toString);
        assertEquals(
                "If this could be an emergency, call 999 now.",
                problem.get("safety").asText());
        assertTrue(header(response, "Content-Type").startsWith("application/problem+json"));
    }

    private static String body(String id, String accept) {
        HttpResponse<String> response = get(id, accept);
        assertEquals(200, response.statusCode(), response::body);
        return response.body();
    }

    /** @param accept empty sends no such header */
    private static HttpResponse<String> get(String id, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(id)));
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return Chat.sent(request);
    }

    private static String address(String id) {
        return Chat.url() + "/api/conversations/" + id + "/summary";
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

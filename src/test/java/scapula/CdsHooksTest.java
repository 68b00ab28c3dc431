package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scapula.domain.Level;

/** The CDS Hooks 2.0 service as a record system sees it. */
class CdsHooksTest {

    private static final String PATH = "/cds-services/scapula";
    private static final String DANGER = "left upper back ache came on mid run, sweaty and sick";

    private final ObjectNode call = Chat.JSON.createObjectNode();
    private final ObjectNode context = call.putObject("context");
    private final ObjectNode prefetch = call.putObject("prefetch");

    CdsHooksTest() {
        call.put("hook", "patient-view").put("hookInstance", UUID.randomUUID().toString());
        context.put("userId", "Practitioner/1").put("patientId", "2");
        prefetch.putNull("answers").putNull("conditions");
    }

    private JsonNode cards() {
        HttpResponse<String> response = Chat.post(Chat.url(), PATH, call);
        assertEquals(200, response.statusCode(), response::body);
        return Chat.json(response.body()).get("cards");
    }

    private JsonNode card() {
        JsonNode cards = cards();
        assertEquals(1, cards.size());
        return cards.get(0);
    }

    private static ObjectNode answers(String authored, String... typed) {
        ObjectNode response =
                resource("QuestionnaireResponse").put("status", "completed").put("authored", authored);
        ArrayNode items = response.putArray("item");
        for (String words : typed) {
            items.addObject()
                    .put("linkId", "why")
                    .putArray("answer")
                    .addObject()
                    .put("valueString", words);
        }
        return response;
    }

    private static ObjectNode condition(String text) {
        ObjectNode condition = resource("Condition").put("recordedDate", "2026-11-20");
        condition.putObject("code").put("text", text);
        return condition;
    }

    private static ObjectNode resource(String type) {
        return Chat.JSON.createObjectNode().put("resourceType", type);
    }

    @Test
    void theServiceCanBeDiscovered() {
        JsonNode services = Chat.json(Chat.get("/cds-services").body()).get("services");
        assertEquals(1, services.size());
        JsonNode service = services.get(0);
        assertEquals("patient-view", service.get("hook").asText());
        assertEquals("scapula", service.get("id").asText());
        assertFalse(service.get("title").asText().isEmpty());
        assertFalse(service.get("description").asText().isEmpty());
        assertTrue(service.get("usageRequirements").asText().contains("It is no diagnosis"));
        assertEquals(
                List.of("encounter", "answers", "conditions"),
                service.get("prefetch").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void aCardHasAllThatTheSpecificationNames() {
        prefetch.set("answers", answers("2026-11-20T10:00:00Z", DANGER));
        JsonNode card = card();
        assertEquals(
                List.of("uuid", "summary", "indicator", "detail", "source", "links"),
                card.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(
                card.get("uuid").asText(),
                UUID.fromString(card.get("uuid").asText()).toString());
        assertEquals("Scapula", card.at("/source/label").asText());
        assertEquals(Chat.url() + "/rules", card.at("/source/url").asText());
        assertEquals(Chat.url() + "/", card.at("/links/0/url").asText());
        assertEquals("absolute", card.at("/links/0/type").asText());

        String detail = card.get("detail").asText();
        assertTrue(detail.startsWith("Written by a computer program"), detail);
        assertTrue(detail.contains("“sweaty and sick” (QuestionnaireResponse 2026-11-20T10:00:00Z)"), detail);
        assertTrue(detail.contains("is an emergency (S"), "a rule with its sources: " + detail);
        assertTrue(detail.contains("- S07: NHS heart attack page"), detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "left upper back ache came on mid run, sweaty and sick         | critical | help is needed now",
                "upper back pain for 3 months, losing weight without trying    | warning  | help is needed today",
                "my upper back has hurt for 8 weeks, no better                 | warning  | within 2 weeks",
                "how do I stretch my upper back?                               | info     | no level",
                "I want to end my life                                         | critical | ending life"
            })
    void theLevelGivesTheIndicator(String words, String indicator, String summary) {
        prefetch.set("conditions", condition(words));
        JsonNode card = card();
        assertEquals(indicator, card.get("indicator").asText(), card::toString);
        assertTrue(card.get("summary").asText().contains(summary), card::toString);
    }

    /** The answers of a form are given to the form: its "none" denies nothing that Scapula would ask. */
    @Test
    void noTextOfARecordAnswersAQuestionOfTheCheck() {
        prefetch.set("answers", answers("2026-11-20", "my upper back aches", "none of these", "no", "not sure"));
        String detail = card().get("detail").asText();
        assertFalse(detail.contains("do not have") || detail.contains("not sure"), detail);
        assertEquals("info", card().get("indicator").asText());
    }

    @Test
    void aDangerThatHasToBeAskedAboutIsAWarning() {
        prefetch.set("conditions", condition("tearing feeling behind my left shoulder blade"));
        JsonNode card = card();
        assertEquals("warning", card.get("indicator").asText(), card::toString);
        assertTrue(card.get("summary").asText().contains("has to be asked about"), card::toString);
    }

    @Test
    void aQuestionGetsItsAnswer() {
        prefetch.set("conditions", condition("how do I stretch my upper back?"));
        assertTrue(card().get("detail").asText().contains("Squeeze your shoulder blades together"));
    }

    @Test
    void everySummaryIsShortEnough() throws IOException {
        Map<String, String> words = Assembly.builtContent().summary().texts();
        for (Level level : Level.values()) {
            assertTrue(words.get("card-" + level.ruleName()).length() < 140, level.name());
        }
        assertTrue(words.get("card-crisis").length() < 140
                && words.get("card-open").length() < 140);
    }

    @Test
    void allWordsThatCanBeSentAlongAreReadInTheOrderOfTheirTimes() {
        context.put("encounterId", "3");
        ObjectNode encounter = resource("Encounter").put("status", "in-progress");
        encounter.putObject("period").put("start", "2026-11-21T08:00:00+01:00");
        encounter.putArray("reasonCode").addObject().put("text", "pain is by the left shoulder blade");
        prefetch.set("encounter", encounter);
        ObjectNode bundle = resource("Bundle").put("type", "searchset");
        ObjectNode noted = condition("Thoracic back pain");
        noted.putArray("note").addObject().put("time", "2026-11-22").put("text", "worse on deep breaths");
        bundle.putArray("entry").addObject().set("resource", noted);
        prefetch.set("conditions", bundle);
        ObjectNode answers = answers("2026", "my upper back aches");
        ((ObjectNode) answers.at("/item/0"))
                .putArray("item")
                .add(answers("", "it is mild").at("/item/0"));
        prefetch.set("answers", answers);

        String detail = card().get("detail").asText();
        assertTrue(detail.contains("“shoulder blade” (Encounter 2026-11-21T08:00:00+01:00)"), detail);
        assertTrue(detail.contains("(Condition 2026-11-22)"), detail);
        assertTrue(detail.contains("“mild” (QuestionnaireResponse 2026)"), detail);
    }

    @Test
    void theNewestWordsAreReadLast() {
        context.put("encounterId", "3");
        ObjectNode encounter = resource("Encounter");
        encounter.putObject("period").put("start", "2026-11-20");
        encounter.putArray("reasonCode").addObject().put("text", "left upper back pain");
        prefetch.set("encounter", encounter);
        prefetch.set("answers", answers("2026-11-21T00:30:00+02:00", "no, I meant the right side"));
        String detail = card().get("detail").asText();
        assertTrue(detail.contains("- right side: “right side”") && !detail.contains("- left side"), detail);
    }

    @Test
    void whatIsInARecordByMistakeIsNotRead() {
        ObjectNode refuted = condition(DANGER);
        refuted.putObject("verificationStatus").putArray("coding").addObject().put("code", "refuted");
        prefetch.set("conditions", refuted);
        prefetch.set("answers", answers("2026-11-20", DANGER).put("status", "entered-in-error"));
        assertEquals(0, cards().size());
    }

    @Test
    void aLongNoteIsReadToItsEnd() {
        prefetch.set("conditions", condition("Sleeps well on most nights. ".repeat(200) + DANGER));
        assertEquals("critical", card().get("indicator").asText());
        prefetch.set("conditions", condition("x".repeat(5_000) + " " + DANGER));
        assertEquals("critical", card().get("indicator").asText());
    }

    @Test
    void wordsOfARecordAreNoMarkdown() {
        prefetch.set("conditions", condition("upper [back](http://example.org) pain with <b>chest pain</b>"));
        String detail = card().get("detail").asText();
        assertFalse(detail.contains("<b>") || detail.contains("](http"), detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs a new prescription", "  "})
    void whereNothingIsSaidOfTheUpperBackThereIsNoCard(String words) {
        prefetch.set("conditions", condition(words));
        assertEquals(0, cards().size());
    }

    @Test
    void whereNothingWasWrittenThereIsNoCard() {
        assertEquals("{\"cards\":[]}", Chat.post(Chat.url(), PATH, call).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hook", "hookInstance", "context", "/context/userId", "/context/patientId"})
    void aCallThatIsNotWholeIsRefused(String field) {
        if (field.startsWith("/")) {
            context.remove(field.substring(field.lastIndexOf('/') + 1));
        } else {
            call.remove(field);
        }
        assertRefused(400);
    }

    @Test
    void anotherHookIsRefused() {
        call.put("hook", "order-sign");
        assertRefused(400);
    }

    /** No words among what was sent: that there are none can only be said when all was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"answers", "conditions"})
    void whatIsNeededMustBeSentAlong(String key) {
        prefetch.remove(key);
        assertRefused(412);
        String other = key.equals("answers") ? "conditions" : "answers";
        prefetch.set(other, condition("needs a new prescription"));
        assertRefused(412);
        prefetch.set(other, condition("my upper back aches"));
        assertEquals(1, cards().size());
    }

    @Test
    void withAnEncounterItsReasonIsNeeded() {
        context.put("encounterId", "3");
        assertRefused(412);
        call.remove("prefetch");
        assertRefused(412);
    }

    private void assertRefused(int status) {
        HttpResponse<String> response = Chat.post(Chat.url(), PATH, call);
        assertEquals(status, response.statusCode(), response::body);
        assertEquals(
                List.of(),
                Fhir.complaints(response.body()).stream()
                        .filter(told -> told.startsWith("ERROR"))
                        .toList());
        String words = Chat.json(response.body()).at("/issue/0/details/text").asText();
        assertTrue(words.endsWith("If this could be an emergency, call 999 now."), words);
    }

    @Test
    void onlyAllowedSitesMayCallItFromTheirPages() {
        String url = Chat.start(0, "https://record.example");
        for (String path : List.of("/cds-services", PATH, "/v1/models", "/webhooks/rest/webhook", "/deep-chat")) {
            assertEquals("https://record.example", shared(url + path, "https://record.example"), path);
            assertEquals("", shared(url + path, "https://other.example"), path);
            assertEquals("", shared(Chat.url() + path, "https://record.example"), path);
        }
    }

    private static String shared(String address, String origin) {
        return Chat.sent(HttpRequest.newBuilder(URI.create(address))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scapula.http.Server;

/** {@code POST /api/chat} as its contract tells it, through a real server. */
class ChatApiTest {

    private static final String JSON = "application/json";
    private static final String EMERGENCY_LINE = "If this could be an emergency, call 999 now.";

    @Test
    void aReplyHasAllThatTheContractNames() {
        JsonNode reply = new Chat().say("why does my left shoulder blade ache after rows?");

        assertEquals(
                List.of(
                        "conversationId",
                        "messageId",
                        "turn",
                        "text",
                        "cards",
                        "lead",
                        "triage",
                        "answers",
                        "related",
                        "question",
                        "understood",
                        "because",
                        "wouldChange",
                        "summary",
                        "safety",
                        "version"),
                names(reply));
        assertEquals("not_checked", reply.at("/triage/level").asText());
        assertEquals("Call 999", reply.at("/triage/call/label").asText());
        assertEquals("999", reply.at("/triage/call/number").asText());

        JsonNode answer = reply.at("/answers/0");
        assertEquals(
                List.of("id", "title", "text", "blocks", "more", "sources", "reviewed", "picture", "pictures"),
                names(answer));
        assertEquals("left-side-after-workout", answer.get("id").asText());
        assertEquals("quote", answer.at("/blocks/0/kind").asText(), "the safety line comes first");
        assertTrue(answer.get("text").asText().startsWith("> If you have chest pain"));

        JsonNode question = reply.get("question");
        assertEquals("Q1a", question.get("id").asText());
        assertEquals(List.of("id", "label", "message", "group", "sets"), names(question.at("/options/0")));

        JsonNode finding = reply.at("/understood/findings/0");
        assertEquals("side:left", finding.get("token").asText());
        assertEquals("left side", finding.get("label").asText());
        assertEquals("present", finding.get("state").asText());
        assertEquals(1, finding.get("turn").asInt());
        assertEquals("cause", reply.at("/understood/intents/0/id").asText());

        JsonNode because = reply.at("/because/0");
        assertEquals(List.of("rule", "source", "sources", "facts"), names(because));
        assertTrue(reply.get("because").toString().contains("S53"));
        assertTrue(reply.get("because").toString().contains("side:left"));

        assertTrue(reply.get("text").asText().endsWith(EMERGENCY_LINE));
        assertEquals(EMERGENCY_LINE, reply.get("safety").asText());
        assertTrue(reply.at("/version/rules").asText().startsWith("sha256:"));
    }

    @Test
    void offsetsCountUtf16UnitsOfTheMessageAsItWasSent() {
        String message = "😭 my UPPER BAK is so tite, why";
        JsonNode findings = new Chat().say(message).at("/understood/findings");
        assertEquals("UPPER BAK", quoted(message, findings.get(0)));
        assertEquals("loc:upper_back", findings.get(0).get("token").asText());
        assertEquals("q:tight", findings.get(1).get("token").asText());
    }

    @Test
    void thePlaceSpokenOfBeforeIsStillMeant() {
        Chat chat = new Chat();
        chat.say("my left shoulder blade hurts, why?");
        assertEquals(List.of("how-to-stretch"), Chat.answers(chat.say("how do I stretch it")));
        assertEquals(List.of(), Chat.answers(chat.say("and how do I stretch my hamstrings")));
    }

    @Test
    void aDenialIsAbsentAndNotUnknown() {
        JsonNode findings = new Chat().say("upper back aches, no chest pain or cold sweats");
        assertEquals(
                "absent",
                Chat.finding(findings, "assoc:chest_pain").get("state").asText());
        assertEquals(
                "no chest pain",
                Chat.finding(findings, "assoc:chest_pain").get("label").asText());
        assertEquals(
                "absent",
                Chat.finding(findings, "assoc:sweating_cold").get("state").asText());
    }

    @Test
    void theRegionChangesTheNumbersAndIsRemembered() {
        String first = "{\"message\": \"how do I stretch my upper back\", \"region\": \"US\"}";
        JsonNode reply = Chat.json(Chat.post(Chat.url(), JSON, first).body());
        assertTrue(reply.get("safety").asText().contains("call 911"));
        String next = "{\"message\": \"thanks\", \"conversationId\": \""
                + reply.get("conversationId").asText() + "\"}";
        assertTrue(Chat.post(Chat.url(), JSON, next).body().contains("call 911"));
    }

    @Test
    void theSameMessageIdGivesTheFirstReplyAgain() {
        String id = new Chat().say("hello").get("conversationId").asText();
        String request =
                "{\"message\": \"what is upper back ache\", \"messageId\": \"m1\", \"conversationId\": \"" + id + "\"}";
        String first = Chat.post(Chat.url(), JSON, request).body();
        assertEquals(first, Chat.post(Chat.url(), JSON, request).body());
        HttpResponse<String> other = Chat.post(Chat.url(), JSON, request.replace("ache", "pain"));
        assertEquals(409, other.statusCode());
    }

    @Test
    void aTapAloneIsAMessageAndMayBeSentAgain() {
        String id = new Chat().say("hello").get("conversationId").asText();
        String request = "{\"chosen\": [\"tight\"], \"messageId\": \"m2\", \"conversationId\": \"" + id + "\"}";
        String first = Chat.post(Chat.url(), JSON, request).body();
        assertEquals(List.of("why-tight"), Chat.answers(Chat.json(first)));
        assertEquals(first, Chat.post(Chat.url(), JSON, request).body());
    }

    @Test
    void oneConversationTakesOneMessageAtATime() {
        String id = new Chat().say("hello").get("conversationId").asText();
        String request = "{\"message\": \"is it tight?\", \"conversationId\": \"" + id + "\"}";
        int[] statuses = IntStream.range(0, 40)
                .parallel()
                .map(i -> Chat.post(Chat.url(), JSON, request).statusCode())
                .toArray();
        long answered = Arrays.stream(statuses).filter(status -> status == 200).count();
        assertTrue(Arrays.stream(statuses).allMatch(status -> status == 200 || status == 409));
        JsonNode after = Chat.json(Chat.post(Chat.url(), JSON, request).body());
        assertEquals(answered + 2, after.at("/understood/findings/0/turn").asInt(), "no turn is lost or doubled");
    }

    static Stream<Arguments> badRequests() {
        String conversation = "\"conversationId\": \"%s\"";
        return Stream.of(
                Arguments.of(400, "{ secret", "The request is not a JSON object."),
                Arguments.of(400, "\"secret\"", "The request is not a JSON object."),
                Arguments.of(400, "{\"message\": [\"secret\"]}", "\"message\" must be a text."),
                Arguments.of(400, "{\"message\": \"secret\", \"region\": \"XX\"}", "This region is not known."),
                Arguments.of(400, "{\"chosen\": \"secret\"}", "\"chosen\" must be a list of option ids."),
                Arguments.of(
                        400,
                        "{\"message\": \"secret\", \"messageId\": \"" + "x".repeat(65) + "\"}",
                        "\"messageId\" must have 1 to 64 characters."),
                Arguments.of(
                        404,
                        "{\"message\": \"secret\", " + conversation.formatted("gone") + "}",
                        "This conversation has ended or was erased."),
                Arguments.of(413, "{\"message\": \"" + "secret ".repeat(3_000) + "\"}", "The request is over 16 KiB."),
                Arguments.of(422, "{}", "There is no message."),
                Arguments.of(422, "{\"message\": \"  \\n \"}", "The message is empty."),
                Arguments.of(422, "{\"message\": \"\\u0007\\u0000\"}", "The message has no readable characters."),
                Arguments.of(422, "{\"message\": \"" + "secret ".repeat(300) + "\"}", "The message is too long."),
                Arguments.of(422, "{\"chosen\": [\"secret\"]}", "The open question does not have that option."));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void badInputGetsAClearSentenceAndTheNextMessageWorks(int status, String body, String sentence) {
        assertProblem(Chat.post(Chat.url(), JSON, body), status, sentence);
        assertEquals(
                200, Chat.post(Chat.url(), JSON, "{\"message\": \"hello\"}").statusCode());
    }

    @Test
    void whatIsNotJsonByItsTypeIsRefused() {
        assertProblem(
                Chat.post(Chat.url(), "text/plain", "{\"message\": \"secret\"}"),
                415,
                "Send the request with the content");
    }

    @Test
    void anErrorNamesTheNumberOfTheRegion() {
        HttpResponse<String> response = Chat.post(Chat.url(), JSON, "{\"message\": \"\", \"region\": \"NZ\"}");
        assertTrue(Chat.json(response.body()).get("safety").asText().contains("call 111"));
    }

    @Test
    void tooManyMessagesMustWait() {
        String url = Chat.start(2);
        String hello = "{\"message\": \"hello\"}";
        Chat.post(url, JSON, hello);
        Chat.post(url, JSON, hello);
        HttpResponse<String> third = Chat.post(url, JSON, hello);
        assertProblem(third, 429, "These are many messages in a short time.");
        assertTrue(third.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
    }

    @Test
    void aStoppingServerAsksToTryAgain() {
        Server server = Chat.server(Chat.access(0));
        String url = "http://localhost:" + server.start("localhost", 0);
        server.drain();
        HttpResponse<String> response = Chat.post(url, JSON, "{\"message\": \"hello\"}");
        assertProblem(response, 503, "The server is busy or stopping.");
        assertTrue(response.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
        server.stop(Duration.ZERO);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String sentence) {
        JsonNode problem = Chat.json(response.body());
        assertEquals(status, response.statusCode(), problem::toString);
        assertEquals(status, problem.get("status").asInt());
        assertEquals(List.of("type", "title", "status", "detail", "safety"), names(problem));
        assertTrue(problem.get("detail").asText().startsWith(sentence), problem::toString);
        assertEquals(EMERGENCY_LINE, problem.get("safety").asText());
        assertFalse(response.body().contains("secret"), "no error repeats what the person typed");
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    private static String quoted(String message, JsonNode finding) {
        return message.substring(
                finding.get("start").asInt(), finding.get("end").asInt());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}

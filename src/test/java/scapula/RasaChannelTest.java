package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.talk.Conversations;
import scapula.talk.Refused;

/** {@code POST /webhooks/rest/webhook} as a client of Rasa's REST channel sees it. */
class RasaChannelTest {

    private static final String PATH = "/webhooks/rest/webhook";
    private static final String LINE = "If this could be an emergency, call 999 now.";
    private static final String DANGER = "left upper back ache came on mid run, sweaty and sick";
    private static final String SORE =
            "Back day yesterday, both sides between my shoulders ache today when I move, mild, 4/10. im 25";

    private final String sender = UUID.randomUUID().toString();

    private static ObjectNode request(String sender, String message) {
        return Chat.JSON.createObjectNode().put("sender", sender).put("message", message);
    }

    private static JsonNode say(ObjectNode request) {
        HttpResponse<String> response = Chat.post(Chat.url(), PATH, request);
        assertEquals(200, response.statusCode(), response::body);
        return Chat.json(response.body());
    }

    private JsonNode say(String message) {
        return say(request(sender, message));
    }

    private static JsonNode last(JsonNode pieces) {
        return pieces.get(pieces.size() - 1);
    }

    private static String level(JsonNode pieces) {
        return last(pieces).at("/custom/level").asText();
    }

    @Test
    void aReplyIsAListOfPiecesForTheSender() {
        JsonNode pieces = say("how do I stretch my upper back?");
        pieces.forEach(piece -> assertEquals(sender, piece.get("recipient_id").asText()));

        String told = pieces.at("/0/text").asText();
        assertTrue(told.startsWith("Stop and call 999 now if you get chest pain"), told);
        assertTrue(pieces.toString().contains("6. Squeeze your shoulder blades together"));
        pieces.forEach(piece -> assertFalse(piece.path("text").asText().matches("(?s).*(\\*\\*|\n\n|^> ).*")));

        String image = pieces.findPath("image").asText();
        assertTrue(image.startsWith(Chat.url() + "/pictures/"), image);
        assertEquals(200, Chat.sent(HttpRequest.newBuilder(URI.create(image))).statusCode());

        assertEquals(LINE, pieces.at("/" + (pieces.size() - 2) + "/text").asText());
        JsonNode last = last(pieces);
        assertEquals("Do you have this pain now?", last.get("text").asText());
        assertEquals(
                "{\"title\":\"Yes, check how soon I need help\",\"payload\":\"yes, I have it now\"}",
                last.at("/buttons/0").toString());
        assertEquals(
                "{\"level\":\"not_checked\",\"within\":null,\"crisis\":false,"
                        + "\"call\":{\"label\":\"Call 999\",\"number\":\"999\"},"
                        + "\"question\":\"check\",\"answers\":[\"how-to-stretch\"]}",
                last.get("custom").toString());
    }

    @Test
    void buttonsAloneLeadToTheResult() {
        JsonNode pieces = say(SORE);
        while (last(pieces).has("buttons")) {
            pieces = say(no(last(pieces).get("buttons")));
        }
        assertEquals("self_care", level(pieces));
        assertTrue(pieces.at("/0/text").asText().startsWith("Looking after it at home: Things you can do"));
    }

    /** The payload of the button that denies all. */
    private static String no(JsonNode buttons) {
        return Stream.of("None of these", "Hours after exercise, or the next day")
                .flatMap(title -> StreamSupport.stream(buttons.spliterator(), false)
                        .filter(button -> button.get("title").asText().equals(title)))
                .findFirst()
                .orElse(buttons.get(buttons.size() - 1))
                .get("payload")
                .asText();
    }

    @Test
    void aButtonIsHeardAsATap() {
        JsonNode list = say("my upper back aches");
        assertEquals("Q1a", last(list).at("/custom/question").asText());
        assertTrue(
                last(list).get("text").asText().contains("If more than one fits, type them all, with commas between."));
        String dangers = last(list).at("/buttons/0/payload").asText();
        assertEquals("emergency", level(say(dangers)));
    }

    /** A client without ids sends what stands on a button, or what tapping it says. */
    @Test
    void noTwoOptionsOfAQuestionSayTheSame() throws IOException {
        for (Question question : Assembly.builtContent().questions().values()) {
            for (Question put : List.of(question, question.aboutOther())) {
                for (Option option : put.options()) {
                    assertEquals(option, put.saidBy(option.label()).orElseThrow(), question.id());
                    assertEquals(option, put.saidBy(option.message()).orElseThrow(), question.id());
                }
            }
        }
    }

    @Test
    void anEmergencyIsSaidFirst() {
        JsonNode pieces = say(DANGER);
        assertEquals("emergency", level(pieces));
        assertTrue(pieces.at("/0/text").asText().startsWith("Immediate action required: Call 999 now"));
        assertEquals("now", last(pieces).at("/custom/within").asText());
    }

    @Test
    void twoSendersNeverMix() {
        say(DANGER);
        assertEquals("not_checked", level(say(request(sender + "2", "hello"))));
        assertEquals("emergency", level(say("hello")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "default", "null"})
    void whoHasNoNameHasAConversationOfTheirOwn(String name) {
        ObjectNode danger = request(name, DANGER);
        ObjectNode hello = request(name, "hello");
        if (name.equals("null")) {
            danger.remove("sender");
            hello.putNull("sender");
        }
        assertEquals("emergency", level(say(danger)));
        assertEquals("not_checked", level(say(hello)));
    }

    @Test
    void restartErasesAndBeginsAgain() {
        say(DANGER);
        JsonNode begun = say("/restart");
        assertEquals("not_checked", level(begun));
        assertTrue(last(begun).get("buttons").size() > 3);
        assertEquals("not_checked", level(say("my upper back is stiff")));
    }

    @Test
    void theRegionComesWithTheMetadata() {
        ObjectNode request = request(sender, "hello");
        request.putObject("metadata").put("region", "NZ");
        assertTrue(say(request).toString().contains("call 111 now."));
        assertTrue(say("hello").toString().contains("call 111 now."), "and is remembered");
    }

    @Test
    void aStreamHasOnePieceALine() {
        HttpResponse<String> response = Chat.post(Chat.url(), PATH + "?stream=true", request(sender, DANGER));
        List<JsonNode> pieces = response.body().lines().map(Chat::json).toList();
        assertEquals(
                "text/event-stream; charset=utf-8",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(sender, pieces.get(0).get("recipient_id").asText());
        assertEquals(
                "emergency", pieces.get(pieces.size() - 1).at("/custom/level").asText());
    }

    /** Names of senders can be guessed: who knows one must not read what was said. */
    @Test
    void noOtherCallFindsTheConversationOfASender() throws NoSuchAlgorithmException {
        String reply = say(DANGER).toString();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(("rasa\n" + sender).getBytes(StandardCharsets.UTF_8));
        String guessed = "as-" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        assertFalse(reply.contains(guessed));
        for (String path : List.of("/api/conversations/" + guessed, "/api/conversations/" + guessed + "/summary")) {
            assertEquals(404, Chat.get(path).statusCode(), path);
        }
        String request = "{\"message\": \"hello\", \"conversationId\": \"" + guessed + "\"}";
        assertEquals(404, Chat.post(Chat.url(), "application/json", request).statusCode());
        assertFalse(Chat.get("/talk/" + guessed).body().contains("mid run"));
    }

    @Test
    void ofManyFirstMessagesAtATimeOneBeginsTheConversation() throws IOException, Refused {
        Conversations conversations = Chat.assembly(Assembly.Outside.alone()).conversations();
        long answered = IntStream.range(0, 40)
                .parallel()
                .filter(i -> isAnswered(conversations, i))
                .count();
        int turns =
                conversations.sayAs(sender, Optional.empty(), "hello").turns().size();
        assertTrue(answered > 0);
        assertEquals(answered + 1, turns, "none is lost, and none began another");
    }

    private boolean isAnswered(Conversations conversations, int i) {
        try {
            conversations.sayAs(sender, Optional.empty(), "hello " + i);
            return true;
        } catch (Refused busy) {
            return false;
        }
    }

    @Test
    void itTellsThatItIsThere() {
        assertEquals("{\"status\":\"ok\"}", Chat.get("/webhooks/rest/").body());
    }
}

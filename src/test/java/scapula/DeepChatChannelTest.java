package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code POST /deep-chat} as the deep-chat component sees it. */
class DeepChatChannelTest {

    private static final String DANGER = "left upper back ache came on mid run, sweaty and sick";
    private static final Pattern BUTTON = Pattern.compile("deep-chat-suggestion-button[^>]*>([^<]*)</button>");

    private static ObjectNode request(String... said) {
        ObjectNode request = Chat.JSON.createObjectNode();
        ArrayNode messages = request.putArray("messages");
        for (String message : said) {
            messages.addObject().put("role", "ai").put("text", "Sudden tearing pain");
            messages.addObject().put("role", "user").put("text", message);
        }
        return request;
    }

    private static JsonNode say(ObjectNode request) {
        HttpResponse<String> response = Chat.post(Chat.url(), "/deep-chat", request);
        assertEquals(200, response.statusCode(), response::body);
        return Chat.json(response.body());
    }

    private static List<String> buttons(JsonNode reply) {
        return BUTTON.matcher(reply.path("html").asText())
                .results()
                .map(button -> button.group(1))
                .toList();
    }

    @Test
    void optionsAreSuggestionButtons() {
        JsonNode reply = say(request("how do I stretch my upper back?"));
        assertTrue(reply.get("text").asText().endsWith("If this could be an emergency, call 999 now."));
        assertEquals(List.of("Yes, check how soon I need help", "No, I was only asking"), buttons(reply));
        assertFalse(reply.get("text").asText().contains("No, I was only asking"), "no option is said twice");
    }

    @Test
    void wordsOnAButtonAreEscaped() {
        List<String> said = new ArrayList<>(List.of("my upper back aches"));
        StringBuilder html = new StringBuilder();
        while (said.size() < 9) {
            html.append(say(request(said.toArray(String[]::new))).path("html").asText());
            said.add("not sure");
        }
        assertTrue(html.toString().contains("I&#39;ve"), html::toString);
        assertFalse(html.toString().contains("I've"));
    }

    @Test
    void whatStandsOnAButtonIsHeardAsATap() {
        String name = UUID.randomUUID().toString();
        JsonNode list = say(request("my upper back aches").put("conversationId", name));
        assertEquals(
                "Pain, pressure, tightness or heaviness in your chest",
                buttons(list).get(0));
        JsonNode reply = say(request(buttons(list).get(0)).put("conversationId", name));
        assertTrue(reply.get("text").asText().startsWith("Immediate action required: Call 999 now"));
    }

    @Test
    void aHistoryPlayedAgainGivesTheReplyOfTheStoredConversation() {
        String name = UUID.randomUUID().toString();
        List<String> said = new ArrayList<>();
        for (String message :
                List.of("my upper back aches", "None of these", "None of these", "how do I stretch it?")) {
            said.add(message);
            assertEquals(
                    say(request(message).put("conversationId", name)),
                    say(request(said.toArray(String[]::new))),
                    message);
        }
    }

    @Test
    void twoConversationsNeverMix() {
        String name = UUID.randomUUID().toString();
        assertTrue(say(request(DANGER).put("conversationId", name)).toString().contains("Call 999 now"));
        assertTrue(say(request("hello").put("conversationId", name)).toString().contains("Call 999 now"));
        for (String other : List.of(name + "2", "", "default")) {
            assertFalse(
                    say(request("hello").put("conversationId", other))
                            .toString()
                            .contains("Call 999 now"),
                    other);
        }
    }

    @Test
    void theSameNameIsAnotherConversationInAnotherChannel() {
        String name = UUID.randomUUID().toString();
        say(request(DANGER).put("conversationId", name));
        ObjectNode rasa = Chat.JSON.createObjectNode().put("sender", name).put("message", "hello");
        assertFalse(Chat.post(Chat.url(), "/webhooks/rest/webhook", rasa).body().contains("Call 999 now\\n"));
    }

    @Test
    void theRegionComesWithTheRequest() {
        assertTrue(
                say(request("hello").put("region", "US")).get("text").asText().endsWith("call 911 now."));
    }
}

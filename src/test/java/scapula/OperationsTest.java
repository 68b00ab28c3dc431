package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import scapula.http.Access;
import scapula.http.AllowedOrigins;
import scapula.http.Server;
import scapula.http.TrustedProxies;

/** What an operator's machines ask for, and how often anybody may ask. */
class OperationsTest {

    private static final String HELLO = "{\"message\": \"my quagmire aches\"}";
    private static final String JSON = "application/json";
    private static final AllowedOrigins NONE = new AllowedOrigins(List.of());

    private static String start(Access access) {
        return "http://localhost:" + Chat.server(access).start("localhost", 0);
    }

    private static int say(String url, String forwardedFor) {
        return Chat.sent(HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                        .header("Content-Type", JSON)
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(HttpRequest.BodyPublishers.ofString(HELLO)))
                .statusCode();
    }

    @Test
    void itIsAliveAndReady() {
        assertEquals(200, Chat.get("/health/live").statusCode());
        HttpResponse<String> ready = Chat.get("/health/ready");
        assertEquals(200, ready.statusCode());
        assertEquals("UP", Chat.json(ready.body()).get("status").asText());
        assertEquals("store", Chat.json(ready.body()).at("/checks/0/name").asText());
        assertEquals("no-store", ready.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void whoStopsIsAliveButNotReady() {
        Server server = Chat.server(Chat.access(0));
        String url = "http://localhost:" + server.start("localhost", 0);
        server.drain();
        assertEquals(200, Chat.get(url, "/health/live").statusCode());
        HttpResponse<String> ready = Chat.get(url, "/health/ready");
        assertEquals(503, ready.statusCode());
        assertEquals("DOWN", Chat.json(ready.body()).at("/checks/1/status").asText());
        server.stop(Duration.ZERO);
    }

    @Test
    void itsVersionIsThatOfTheRulesAndModelsOfItsReplies() {
        JsonNode version = Chat.json(Chat.get("/version").body());
        JsonNode reply = new Chat().say("hello").get("version");
        assertEquals(reply.get("rules"), version.get("rules"));
        assertEquals(reply.get("models"), version.get("models"));
        assertTrue(version.get("rules").asText().matches("sha256:[0-9a-f]{64}"));
    }

    /** What is counted tells how it goes, and nothing of anybody. */
    @Test
    void itIsCountedWithoutAWordThatWasTyped() {
        String url = start(Chat.access(0));
        Chat chat = new Chat(url);
        String id = chat.say("why does my upper back feel tight? said the quagmire")
                .get("conversationId")
                .asText();
        chat.say("crushing chest pain and a cold sweat");
        Chat.get(url, "/api/conversations/" + id);
        Chat.get(url, "/quagmire");
        String metrics = Chat.get(url, "/metrics").body();
        assertTrue(metrics.contains("scapula_turns_total{level=\"not-checked\"} 1.0"), metrics);
        assertTrue(metrics.contains("scapula_turns_total{level=\"emergency\"} 1.0"), metrics);
        assertTrue(metrics.contains("scapula_answers_total{answer=\"why-tight\"} 1.0"), metrics);
        assertTrue(metrics.contains("scapula_turn_seconds_count 2"), metrics);
        assertTrue(metrics.contains("path=\"/api/conversations/{id}\""), metrics);
        assertTrue(metrics.contains("scapula_rule_evaluations_total"), metrics);
        assertFalse(metrics.contains("quagmire"), metrics);
        assertFalse(metrics.contains(id), metrics);
    }

    @Test
    void whatAClientSaysOfItsAddressIsNotBelieved() {
        String url = start(Chat.access(2));
        assertEquals(List.of(200, 200, 429), List.of(say(url, "10.0.0.1"), say(url, "10.0.0.2"), say(url, "10.0.0.3")));
    }

    @Test
    void whatATrustedProxySaysIsAndOnlyTheLastThatItAdded() {
        String url = start(new Access(NONE, new TrustedProxies(List.of("127.0.0.0/8", "::1", "10.9.0.0/16")), 1, 0));
        assertEquals(200, say(url, "192.0.2.1"));
        assertEquals(429, say(url, "192.0.2.1"), "the same client");
        assertEquals(429, say(url, "198.51.100.7, 192.0.2.1"), "and what it wrote before its proxy did is passed over");
        assertEquals(200, say(url, "192.0.2.2"), "another client");
        assertEquals(429, say(url, "192.0.2.2:4711"), "whichever port it comes from");
        assertEquals(429, say(url, "192.0.2.2, 10.9.1.1"), "also behind two trusted proxies");
        assertEquals(200, say(url, "2001:db8::1"));
        assertEquals(429, say(url, "2001:db8::2"), "one subscriber has a whole network");
        assertEquals(200, say(url, "2001:db8:1::2"));
    }

    @Test
    void allClientsTogetherHaveALimitToo() {
        String url = start(new Access(NONE, new TrustedProxies(List.of("127.0.0.0/8", "::1")), 0, 2));
        assertEquals(
                List.of(200, 200, 429), List.of(say(url, "192.0.2.1"), say(url, "192.0.2.2"), say(url, "192.0.2.3")));
    }

    /** What a browser is told with every page and every reply, whatever its status. */
    @Test
    void everyReplyHasTheHeadersThatProtect() {
        for (String path : List.of(
                "/",
                "/chat.js",
                "/rules",
                "/talk",
                "/health/live",
                "/version",
                "/metrics",
                "/nothing",
                "/api/conversations/x")) {
            HttpResponse<String> response = Chat.get(path);
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("X-Content-Type-Options").orElse(""),
                    path);
            assertEquals(
                    "no-referrer",
                    response.headers().firstValue("Referrer-Policy").orElse(""),
                    path);
            assertTrue(
                    response.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .startsWith("default-src 'none'"),
                    path);
            assertTrue(response.headers().firstValue("Server").isEmpty(), path);
        }
        HttpResponse<String> answered = Chat.post(Chat.url(), JSON, HELLO);
        assertEquals(
                "nosniff",
                answered.headers().firstValue("X-Content-Type-Options").orElse(""));
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scapula.http.Server;

/** A failure is never an empty success: every channel says in its own form what went wrong, and whom to call. */
class ChannelFailuresTest {

    private static final String LINE = "If this could be an emergency, call 999 now.";
    private static final String TOO_MUCH =
            "These are more than 100 messages or 20,000 characters in all. Please send less, or begin anew.";
    private static final int LARGE = 256 * 1024;

    /** A channel: where it is, a message to it, where it says what went wrong, and how large a request may be. */
    enum Channel {
        RASA("/webhooks/rest/webhook", "{'sender': 's', 'message': '%s'}", "/0/text", 16 * 1024),
        OPEN_AI("/v1/chat/completions", "{'messages': [{'role': 'user', 'content': '%s'}]}", "/error/message", LARGE),
        DEEP_CHAT("/deep-chat", "{'messages': [{'role': 'user', 'text': '%s'}]}", "/error", LARGE),
        CDS(
                "/cds-services/scapula",
                "{'hook': 'patient-view', 'hookInstance': 'h', 'context': {'userId': 'u', 'patientId': 'p'},"
                        + "'prefetch': {'conditions': {'resourceType': 'Condition', 'code': {'text': '%s'}}}}",
                "/issue/0/details/text",
                LARGE);

        private final String path;
        private final String request;
        private final String words;
        private final int largest;

        Channel(String path, String request, String words, int largest) {
            this.path = path;
            this.request = request.replace('\'', '"');
            this.words = words;
            this.largest = largest;
        }

        HttpResponse<String> say(String url, String message) {
            return post(url, request.formatted(message));
        }

        HttpResponse<String> post(String url, String body) {
            return Chat.sent(request(url, body));
        }

        HttpRequest.Builder request(String url, String body) {
            return HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        }

        void assertRefused(HttpResponse<String> response, int status, String sentence) {
            JsonNode refusal = Chat.json(response.body());
            assertEquals(status, response.statusCode(), response::body);
            assertEquals(sentence + " " + LINE, refusal.at(words).asText(), response::body);
            assertFalse(response.body().contains("secret"), "no failure repeats what was typed");
            assertEquals(
                    "no-store", response.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoJsonIsRefused(Channel channel) {
        for (String body : List.of("", "secret", "{\"secret", "[\"secret\"]", "[".repeat(5_000))) {
            channel.assertRefused(channel.post(Chat.url(), body), 400, "The request is not a JSON object.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreThanIsReadIsRefused(Channel channel) {
        HttpResponse<String> response = channel.post(Chat.url(), "{\"a\": \"" + "secret".repeat(50_000) + "\"}");
        channel.assertRefused(
                response, 413, "The request is over " + channel.largest / 1024 + " KiB. Please send less at once.");
    }

    @ParameterizedTest
    @EnumSource(names = "CDS", mode = EnumSource.Mode.EXCLUDE)
    void whatCannotBeAMessageIsRefused(Channel channel) {
        channel.assertRefused(channel.say(Chat.url(), "  "), 422, "The message is empty. Please write a few words.");
        channel.assertRefused(
                channel.say(Chat.url(), "secret ".repeat(300)),
                422,
                "The message is too long. Please say it in 2,000 characters or fewer.");
        channel.assertRefused(
                channel.say(Chat.url(), "\\u0007\\u0000"),
                422,
                "The message has no readable characters. Please write a few words.");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_AI", "DEEP_CHAT"})
    void aRequestWithoutAMessageIsRefused(Channel channel) {
        for (String body : List.of("{}", "{\"messages\": \"secret\"}", "{\"messages\": [\"secret\", 7]}")) {
            channel.assertRefused(channel.post(Chat.url(), body), 422, "There is no message of the person.");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_AI", "DEEP_CHAT"})
    void aHistoryIsBounded(Channel channel) {
        assertEquals(200, history(channel, "hi", 100).statusCode());
        channel.assertRefused(history(channel, "hi", 101), 422, TOO_MUCH);
        assertEquals(200, history(channel, "ache ".repeat(380), 10).statusCode());
        channel.assertRefused(history(channel, "secret".repeat(300), 12), 422, TOO_MUCH);
    }

    private static HttpResponse<String> history(Channel channel, String message, int times) {
        String one = channel.request.formatted(message).replaceFirst(".*(\\{.*?}).*", "$1");
        return channel.post(Chat.url(), "{\"messages\": [" + String.join(", ", Collections.nCopies(times, one)) + "]}");
    }

    @ParameterizedTest
    @EnumSource
    void tooManyMessagesMustWait(Channel channel) {
        String url = Chat.start(1);
        assertEquals(200, channel.say(url, "my upper back hurts").statusCode());
        HttpResponse<String> second = channel.say(url, "secret");
        channel.assertRefused(second, 429, "These are many messages in a short time. Please wait a little.");
        assertTrue(second.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aStoppingServerAsksToTryAgain(Channel channel) {
        Server server = Chat.server(Chat.access(0));
        String url = "http://localhost:" + server.start("localhost", 0);
        server.drain();
        HttpResponse<String> response = channel.say(url, "secret");
        channel.assertRefused(response, 503, "The server is busy or stopping. Please try again in a moment.");
        assertTrue(response.headers().firstValueAsLong("Retry-After").orElseThrow() > 0);
        server.stop(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyForesawIsToldToo(Channel channel) {
        InstantSource stopped = () -> {
            throw new IllegalStateException("secret");
        };
        Server server = Chat.server(Chat.access(0), stopped);
        String url = "http://localhost:" + server.start("localhost", 0);
        HttpRequest request =
                channel.request(url, channel.request.formatted("secret")).build();
        channel.assertRefused(Chat.exchanged(request), 500, "Something went wrong here. Please try again.");
        server.stop(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(names = {"RASA", "OPEN_AI"})
    void aFailureNamesTheNumberOfTheRegion(Channel channel) {
        String body = "{\"metadata\": {\"region\": \"US\"}}";
        HttpResponse<String> response = channel.post(Chat.url(), body);
        assertEquals(422, response.statusCode());
        assertTrue(Chat.json(response.body()).at(channel.words).asText().endsWith("call 911 now."));
        channel.assertRefused(
                channel.post(
                        Chat.url(),
                        channel.request
                                .formatted("hi")
                                .replaceFirst("\\{", "{\"metadata\": {\"region\": \"secret\"}, ")),
                400,
                "This region is not known. Use one of UK, US, EU, AU, CA, IE, NZ, IN.");
    }

    @Test
    void anErrorOfTheOpenAiFormHasItsFields() {
        String body = Channel.OPEN_AI.post(Chat.url(), "{}").body();
        assertEquals(
                "{\"error\":{\"message\":\"There is no message of the person. " + LINE
                        + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"message_not_usable\"}}",
                body);
    }

    @Test
    void aFailureOfRasasFormIsAPieceForTheSender() {
        assertEquals(
                "[{\"recipient_id\":\"s\",\"text\":\"The message is empty. Please write a few words. " + LINE + "\"}]",
                Channel.RASA.say(Chat.url(), "").body());
    }
}

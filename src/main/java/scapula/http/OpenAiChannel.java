package scapula.http;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import scapula.domain.Turn;
import scapula.talk.Refused;

/**
 * The form of OpenAI's chat completions, for the many clients that know it. Only what the person says counts: what a
 * request says as anybody else is no instruction, and the settings of a language model mean nothing here.
 */
final class OpenAiChannel {

    private static final String CHANNEL = "openai";
    private static final String MODEL = "scapula";

    private final ChannelDoor door;
    private final ChannelTalk talk;

    OpenAiChannel(ChannelDoor door, ChannelTalk talk) {
        this.door = door;
        this.talk = talk;
    }

    void models(Context ctx) throws JsonProcessingException {
        door.open(ctx, ChannelDoor.NO_BODY, OpenAiChannel::models, OpenAiChannel::refuse);
    }

    void say(Context ctx) throws JsonProcessingException {
        door.open(ctx, ChannelDoor.LARGE_BODY, this::answer, OpenAiChannel::refuse);
    }

    private static void models(Context ctx, JsonNode body) throws JsonProcessingException {
        ObjectNode models = instance.objectNode().put("object", "list");
        models.putArray("data")
                .addObject()
                .put("id", MODEL)
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", MODEL);
        ChatApi.send(ctx, ChannelDoor.JSON, models);
    }

    private void answer(Context ctx, JsonNode body) throws Problem, Refused, JsonProcessingException {
        Optional<String> told = ChatRequest.text(body.path("metadata"), "conversation_id");
        Optional<String> name = ChannelTalk.name(
                Optional.ofNullable(ctx.header("X-Conversation-Id")).or(() -> told));
        List<String> said = ChannelTalk.said(body, message -> words(message.path("content")));
        if (name.isEmpty()) {
            door.countHistory(ctx, said);
        }
        Turn turn = talk.answer(CHANNEL, name, door.region(body), said).lastTurn();
        if (body.path("stream").asBoolean()) {
            ctx.result(stream(turn)).contentType(ChannelDoor.EVENTS);
        } else {
            ChatApi.send(ctx, ChannelDoor.JSON, whole(turn));
        }
    }

    /** A text, or the texts among its parts. */
    private static String words(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : StreamSupport.stream(content.spliterator(), false)
                        .filter(part -> part.path("type").asText().equals("text"))
                        .map(part -> part.path("text").asText())
                        .collect(Collectors.joining("\n"));
    }

    private static ObjectNode whole(Turn turn) {
        ObjectNode reply = completion("chat.completion", turn, "message", message(turn), "stop");
        reply.putObject("usage")
                .put("prompt_tokens", 0)
                .put("completion_tokens", 0)
                .put("total_tokens", 0);
        return reply;
    }

    private static String stream(Turn turn) {
        String chunk = "chat.completion.chunk";
        return Stream.of(
                        completion(chunk, turn, "delta", message(turn), null),
                        completion(chunk, turn, "delta", instance.objectNode(), "stop"),
                        "[DONE]")
                .map(event -> "data: " + event + "\n\n")
                .collect(Collectors.joining());
    }

    private static ObjectNode message(Turn turn) {
        return instance.objectNode()
                .put("role", "assistant")
                .put("content", turn.reply().text());
    }

    private static ObjectNode completion(String object, Turn turn, String name, ObjectNode message, String finished) {
        ObjectNode completion = instance.objectNode()
                .put("id", "chatcmpl-" + turn.messageId())
                .put("object", object)
                .put("created", turn.at().getEpochSecond())
                .put("model", MODEL);
        ObjectNode choice = completion.putArray("choices").addObject().put("index", 0);
        choice.set(name, message);
        choice.put("finish_reason", finished);
        return completion;
    }

    private static void refuse(Context ctx, JsonNode body, Problem problem, String words)
            throws JsonProcessingException {
        ObjectNode refusal = instance.objectNode();
        refusal.putObject("error")
                .put("message", words)
                .put("type", problem.status() < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", problem.code());
        ChatApi.send(ctx, ChannelDoor.JSON, refusal);
    }
}

package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import scapula.domain.Conversation;
import scapula.domain.Question;
import scapula.domain.Reply;
import scapula.talk.Refused;

/** Rasa's REST channel, for widgets that were made for it. */
final class RasaChannel {

    private static final String CHANNEL = "rasa";
    private static final int LARGEST_BODY = 16 * 1024;

    /** Erases the conversation; then it begins as if somebody had said hello. */
    private static final String RESTART = "/restart";

    private static final String HELLO = "hello";

    private final ChannelDoor door;
    private final ChannelTalk talk;

    RasaChannel(ChannelDoor door, ChannelTalk talk) {
        this.door = door;
        this.talk = talk;
    }

    void status(Context ctx) throws JsonProcessingException {
        door.open(ctx, ChannelDoor.NO_BODY, RasaChannel::status, RasaChannel::refuse);
    }

    void say(Context ctx) throws JsonProcessingException {
        door.open(ctx, LARGEST_BODY, this::answer, RasaChannel::refuse);
    }

    private static void status(Context ctx, JsonNode body) throws JsonProcessingException {
        ChatApi.send(ctx, ChannelDoor.JSON, Map.of("status", "ok"));
    }

    private void answer(Context ctx, JsonNode body) throws Problem, Refused, JsonProcessingException {
        Optional<String> sender = ChannelTalk.name(ChatRequest.text(body, "sender"));
        String message = ChatRequest.text(body, "message").orElse("").strip();
        boolean again = message.equals(RESTART);
        if (again && sender.isPresent()) {
            talk.erase(CHANNEL, sender.get());
        }
        List<String> said = List.of(again ? HELLO : message);
        write(ctx, pieces(ctx, body, talk.answer(CHANNEL, sender, door.region(body), said)));
    }

    private static void refuse(Context ctx, JsonNode body, Problem problem, String words)
            throws JsonProcessingException {
        ArrayNode pieces = JsonNodeFactory.instance.arrayNode();
        piece(pieces, body).put("text", words);
        write(ctx, pieces);
    }

    /**
     * What is told, one paragraph a piece as Rasa sends it, the pictures, the emergency line, and the question with its
     * options; what is for programs goes with the last.
     */
    private static ArrayNode pieces(Context ctx, JsonNode body, Conversation conversation) {
        Reply reply = conversation.lastTurn().reply();
        ArrayNode pieces = JsonNodeFactory.instance.arrayNode();
        Stream.of(reply.told().split("\n\n"))
                .filter(paragraph -> !paragraph.isEmpty())
                .forEach(paragraph -> piece(pieces, body).put("text", paragraph));
        reply.answers().stream()
                .flatMap(shown -> shown.answer().pictures().stream())
                .map(picture -> ChatReply.picture(picture).url())
                .forEach(path -> piece(pieces, body).put("image", ChannelDoor.address(ctx, path)));
        ObjectNode line = piece(pieces, body).put("text", reply.region().line());
        ObjectNode last = reply.question()
                .map(question -> buttons(piece(pieces, body).put("text", reply.asked()), question))
                .orElse(line);
        last.putPOJO("custom", Custom.of(conversation));
        return pieces;
    }

    private static ObjectNode piece(ArrayNode pieces, JsonNode body) {
        return pieces.addObject().put("recipient_id", body.path("sender").asText(ChannelTalk.NOBODY));
    }

    private static ObjectNode buttons(ObjectNode piece, Question question) {
        ArrayNode buttons = piece.putArray("buttons");
        question.options()
                .forEach(option ->
                        buttons.addObject().put("title", option.label()).put("payload", option.message()));
        return piece;
    }

    /** A whole list, or with {@code ?stream=true} one piece a line, as Rasa does. */
    private static void write(Context ctx, ArrayNode pieces) throws JsonProcessingException {
        if (!"true".equalsIgnoreCase(ctx.queryParam("stream"))) {
            ChatApi.send(ctx, ChannelDoor.JSON, pieces);
            return;
        }
        String lines = StreamSupport.stream(pieces.spliterator(), false)
                .map(piece -> piece + "\n")
                .collect(Collectors.joining());
        ctx.result(lines).contentType(ChannelDoor.EVENTS);
    }

    /** What a program may want to know of a reply. */
    private record Custom(
            String level, String within, boolean crisis, ChatReply.Call call, String question, List<String> answers) {

        static Custom of(Conversation conversation) {
            Reply reply = conversation.lastTurn().reply();
            return new Custom(
                    conversation.level().wire(),
                    conversation.level().within(),
                    conversation.lastTurn().decision().triage().crisis(),
                    ChatReply.call(reply.region()),
                    reply.question().map(Question::id).orElse(null),
                    reply.answers().stream().map(shown -> shown.answer().id()).toList());
        }
    }
}

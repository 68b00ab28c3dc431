package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Question.Option;
import scapula.domain.Reply;
import scapula.talk.Refused;

/** The form of the deep-chat component, whose suggestion buttons send the words that stand on them. */
final class DeepChatChannel {

    private static final String CHANNEL = "deep-chat";

    private static final Markup BEFORE = new Markup("<div class=\"deep-chat-temporary-message\">");
    private static final Markup BEFORE_EACH =
            new Markup("<button class=\"deep-chat-button deep-chat-suggestion-button\" style=\"margin: 0.2em\">");
    private static final Markup AFTER_EACH = new Markup("</button>");
    private static final Markup AFTER = new Markup("</div>");

    private final ChannelDoor door;
    private final ChannelTalk talk;

    DeepChatChannel(ChannelDoor door, ChannelTalk talk) {
        this.door = door;
        this.talk = talk;
    }

    void say(Context ctx) throws JsonProcessingException {
        door.open(ctx, ChannelDoor.LARGE_BODY, this::answer, DeepChatChannel::refuse);
    }

    private void answer(Context ctx, JsonNode body) throws Problem, Refused, JsonProcessingException {
        Optional<String> name = ChannelTalk.name(ChatRequest.text(body, "conversationId"));
        List<String> said =
                ChannelTalk.said(body, message -> message.path("text").asText());
        if (name.isEmpty()) {
            door.countHistory(ctx, said);
        }
        Reply reply =
                talk.answer(CHANNEL, name, door.region(body), said).lastTurn().reply();
        Map<String, String> answer = new HashMap<>();
        answer.put(
                "text",
                Stream.of(reply.told(), reply.asked(), reply.region().line())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n")));
        reply.question()
                .ifPresent(question ->
                        answer.put("html", buttons(question.options()).html()));
        ChatApi.send(ctx, ChannelDoor.JSON, answer);
    }

    private static Markup buttons(List<Option> options) {
        Markup each = Markup.each(
                options, option -> BEFORE_EACH.then(Markup.text(option.label())).then(AFTER_EACH));
        return BEFORE.then(each).then(AFTER);
    }

    private static void refuse(Context ctx, JsonNode body, Problem problem, String words)
            throws JsonProcessingException {
        ChatApi.send(ctx, ChannelDoor.JSON, Map.of("error", words));
    }
}

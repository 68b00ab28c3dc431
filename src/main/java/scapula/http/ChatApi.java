package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import scapula.domain.Conversation;
import scapula.talk.Refused;

/** {@code POST /api/chat}. */
final class ChatApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Edition edition;
    private final Gate gate;

    ChatApi(Edition edition, Gate gate) {
        this.edition = edition;
        this.gate = gate;
    }

    void say(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admitJson(ctx);
        ChatRequest request = ChatRequest.read(ctx.body(), edition.regions());
        Conversation answered = edition.conversations()
                .say(request.conversationId(), request.messageId(), request.region(), request.message());
        send(ctx, "application/json", ChatReply.of(answered, edition.names()));
    }

    static void send(Context ctx, String type, Object body) throws JsonProcessingException {
        ctx.result(JSON.writeValueAsString(body)).contentType(type + "; charset=utf-8");
    }
}

package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import scapula.domain.Conversation;
import scapula.domain.Region;
import scapula.talk.Conversations;
import scapula.talk.Conversations.Refused;

/** {@code POST /api/chat}, and what goes wrong anywhere said in one sentence. Nothing that is typed is logged. */
final class ChatApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversations conversations;
    private final ChatReply.Names names;
    private final Map<String, Region> regions;
    private final Region usual;
    private final Gate gate;

    ChatApi(Conversations conversations, ChatReply.Names names, Map<String, Region> regions, Region usual, Gate gate) {
        this.conversations = conversations;
        this.names = names;
        this.regions = regions;
        this.usual = usual;
        this.gate = gate;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/chat", this::chat);
        routes.exception(HttpResponseException.class, (failed, ctx) -> show(Problem.of(failed), ctx));
        routes.exception(Exception.class, (failed, ctx) -> show(Problem.of(failed), ctx));
        routes.error(404, "*", ctx -> {
            String written = ctx.res().getContentType();
            if (written == null || written.startsWith("text/plain")) {
                show(Problem.of(404), ctx);
            }
        });
    }

    private void chat(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admitJson(ctx);
        ChatRequest request = ChatRequest.read(ctx.body(), regions);
        Conversation answered =
                conversations.say(request.conversationId(), request.messageId(), request.region(), request.message());
        send(ctx, "application/json", ChatReply.of(answered, names));
    }

    private void show(Problem problem, Context ctx) {
        ctx.status(problem.status());
        Region region = problem.status() == 413
                ? usual
                : ChatRequest.regionOf(ctx.body(), regions).orElse(usual);
        try {
            send(ctx, Problem.MEDIA_TYPE, problem.body(region.line()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void send(Context ctx, String type, Object body) throws JsonProcessingException {
        ctx.result(JSON.writeValueAsString(body)).contentType(type + "; charset=utf-8");
    }
}

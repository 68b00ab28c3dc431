package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Level;
import scapula.domain.Region;
import scapula.talk.Conversations;
import scapula.talk.Refused;
import scapula.talk.Replay;

/** {@code /api/conversations/{id}}: reads, erases and puts right what was said and understood. */
final class ConversationApi {

    private static final String JSON = "application/json";

    private final Conversations conversations;
    private final ChatReply.Names names;
    private final Map<String, Region> regions;
    private final Gate gate;

    ConversationApi(Edition edition, Gate gate) {
        this.conversations = edition.conversations();
        this.names = edition.names();
        this.regions = edition.regions();
        this.gate = gate;
    }

    void read(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admit(ctx);
        ChatApi.send(ctx, JSON, Transcript.of(conversations.find(ctx.pathParam("id")), names));
    }

    void erase(Context ctx) throws Problem, Refused {
        gate.admit(ctx);
        conversations.erase(ctx.pathParam("id"));
        ctx.status(204);
    }

    void change(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admitJson(ctx);
        ChatRequest request = ChatRequest.read(ctx.body(), regions);
        Level from = conversations.find(ctx.pathParam("id")).level();
        Replay replay = conversations.change(ctx.pathParam("id"), number(ctx.pathParam("turn")), request.message());
        ChatApi.send(ctx, JSON, Transcript.Changed.of(from, replay, names));
    }

    /** A turn that is no number is none that there is. */
    private static int number(String turn) {
        return turn.matches("\\d{1,4}") ? Integer.parseInt(turn) : 0;
    }

    void correct(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admitJson(ctx);
        Finding finding = ChatRequest.correction(ctx.pathParam("token"), ctx.body());
        Conversation corrected = conversations.correct(ctx.pathParam("id"), finding);
        ChatApi.send(ctx, JSON, ChatReply.of(corrected, names));
    }

    void whyNot(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admit(ctx);
        String rule = Optional.ofNullable(ctx.queryParam("rule"))
                .orElseThrow(() -> Problem.badRequest("Name the rule: ?rule=, with its whole sentence."));
        ChatApi.send(ctx, JSON, WhyNotReply.of(conversations.whyNot(ctx.pathParam("id"), rule), names));
    }
}

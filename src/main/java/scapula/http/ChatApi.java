package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Region;
import scapula.talk.Conversations;
import scapula.talk.Conversations.Refused;

/**
 * {@code POST /api/chat} and the correction of findings, and what goes wrong with them said in one sentence. Nothing
 * that is typed is logged.
 */
final class ChatApi {

    private static final Logger LOG = LoggerFactory.getLogger(ChatApi.class);
    private static final String SECONDS_TO_RESTART = "5";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversations conversations;
    private final ChatReply.Names names;
    private final Map<String, Region> regions;
    private final Region usual;
    private final Throttle throttle;
    private volatile boolean stopping;

    ChatApi(
            Conversations conversations,
            ChatReply.Names names,
            Map<String, Region> regions,
            Region usual,
            Throttle throttle) {
        this.conversations = conversations;
        this.names = names;
        this.regions = regions;
        this.usual = usual;
        this.throttle = throttle;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/chat", this::chat);
        routes.put("/api/conversations/{id}/findings/{token}", this::correct);
        routes.get("/api/conversations/{id}/why-not", this::whyNot);
        routes.exception(Problem.class, (problem, ctx) -> show(problem, ctx));
        routes.exception(Refused.class, (refused, ctx) -> show(Problem.of(refused), ctx));
        routes.exception(HttpResponseException.class, (broken, ctx) -> show(Problem.of(broken.getStatus()), ctx));
        routes.exception(Exception.class, (broken, ctx) -> {
            LOG.error("A request failed: {} at {}", broken.getClass().getName(), broken.getStackTrace()[0]);
            show(Problem.of(500), ctx);
        });
        routes.error(404, "*", ctx -> {
            if (ctx.res().getContentType() == null
                    || !ctx.res().getContentType().startsWith(Problem.MEDIA_TYPE)) {
                show(Problem.of(404), ctx);
            }
        });
    }

    void drain() {
        stopping = true;
    }

    private void chat(Context ctx) throws Problem, Refused, JsonProcessingException {
        admit(ctx);
        ChatRequest request = ChatRequest.read(ctx.body(), regions);
        Conversation answered =
                conversations.say(request.conversationId(), request.messageId(), request.region(), request.message());
        send(ctx, "application/json", ChatReply.of(answered, names));
    }

    private void correct(Context ctx) throws Problem, Refused, JsonProcessingException {
        admit(ctx);
        Finding finding = ChatRequest.correction(ctx.pathParam("token"), ctx.body());
        send(ctx, "application/json", ChatReply.of(conversations.correct(ctx.pathParam("id"), finding), names));
    }

    private void whyNot(Context ctx) throws Problem, Refused, JsonProcessingException {
        ctx.header("Cache-Control", "no-store");
        String rule = Optional.ofNullable(ctx.queryParam("rule"))
                .orElseThrow(() -> Problem.badRequest("Name the rule: ?rule=, with its whole sentence."));
        send(ctx, "application/json", WhyNotReply.of(conversations.whyNot(ctx.pathParam("id"), rule), names));
    }

    /** Refuses what is not to be answered, whatever it says. */
    private void admit(Context ctx) throws Problem {
        ctx.header("Cache-Control", "no-store");
        if (stopping) {
            ctx.header("Retry-After", SECONDS_TO_RESTART);
            throw Problem.of(503);
        }
        long wait = throttle.secondsToWait(ctx.ip());
        if (wait > 0) {
            ctx.header("Retry-After", Long.toString(wait));
            throw Problem.of(429);
        }
        String type = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Problem.of(415);
        }
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

    private static void send(Context ctx, String type, Object body) throws JsonProcessingException {
        ctx.result(JSON.writeValueAsString(body)).contentType(type + "; charset=utf-8");
    }
}

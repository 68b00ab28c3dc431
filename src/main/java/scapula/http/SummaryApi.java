package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import scapula.domain.Conversation;
import scapula.domain.Summary;
import scapula.talk.Conversations;
import scapula.talk.Refused;

/** {@code GET /api/conversations/{id}/summary}: what to show a health professional, in the form that is asked for. */
final class SummaryApi {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store",
            "Vary",
            "Accept");

    private final Gate gate;
    private final Conversations conversations;
    private final Function<Conversation, Summary> summaries;

    SummaryApi(Edition edition, Gate gate) {
        this.gate = gate;
        this.conversations = edition.conversations();
        this.summaries = edition.summaries();
    }

    void show(Context ctx) throws Problem, Refused, JsonProcessingException {
        gate.admit(ctx);
        HEADERS.forEach(ctx::header);
        Conversation conversation = conversations.find(ctx.pathParam("id"));
        String accepted = String.join(",", Collections.list(ctx.req().getHeaders("Accept")));
        String type = Accept.of(accepted).best(SummaryForm.TYPES).orElseThrow(() -> Problem.of(406));
        String written = SummaryForm.of(type).written(summaries.apply(conversation));
        ctx.result(written).contentType(type + "; charset=utf-8");
    }
}

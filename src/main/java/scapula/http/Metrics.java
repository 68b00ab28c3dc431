package scapula.http;

import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scapula.domain.Decision;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Turn;
import scapula.talk.Conversations;

/** What is counted, in numbers alone: no word that was typed, no conversation and no client is in it. */
public final class Metrics implements Conversations.Answered {

    /** One line for each request, if the logging asks for it: which address it was by its pattern, not by its ids. */
    private static final Logger REQUESTS = LoggerFactory.getLogger("scapula.requests");

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Counter turns = Counter.builder()
            .name("scapula_turns_total")
            .help("Messages answered, by the level of the conversation after them.")
            .labelNames("level")
            .register(registry);
    private final Counter answers = Counter.builder()
            .name("scapula_answers_total")
            .help("Answers given, by their id.")
            .labelNames("answer")
            .register(registry);
    private final Counter fallbacks = Counter.builder()
            .name("scapula_fallbacks_total")
            .help("Messages that got neither an answer, nor a question of the check, nor a level.")
            .register(registry);
    private final Histogram turnSeconds = Histogram.builder()
            .name("scapula_turn_seconds")
            .help("How long a message took, from reading it to keeping it.")
            .unit(Unit.SECONDS)
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5)
            .register(registry);
    private final Histogram requestSeconds = Histogram.builder()
            .name("scapula_http_request_seconds")
            .help("How long a request took, by method, address and status.")
            .unit(Unit.SECONDS)
            .labelNames("method", "path", "status")
            .classicUpperBounds(0.005, 0.025, 0.1, 0.5, 2.5)
            .register(registry);

    /** @param evaluations how often the rules were applied so far */
    public Metrics(LongSupplier evaluations) {
        CounterWithCallback.builder()
                .name("scapula_rule_evaluations_total")
                .help("How often the rules were applied to what is known.")
                .callback(callback -> callback.call((double) evaluations.getAsLong()))
                .register(registry);
        GaugeWithCallback.builder()
                .name("scapula_memory_bytes")
                .help("Memory of the program that is in use.")
                .unit(Unit.BYTES)
                .callback(callback -> callback.call((double) usedMemory()))
                .register(registry);
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public void answered(Turn turn, Duration took) {
        Decision decision = turn.decision();
        turns.labelValues(decision.triage().level().ruleName()).inc();
        turn.reply()
                .answers()
                .forEach(shown -> answers.labelValues(shown.answer().id()).inc());
        if (isFallback(turn)) {
            fallbacks.inc();
        }
        turnSeconds.observe(Unit.nanosToSeconds(took.toNanos()));
    }

    /** Whether nothing was told, and nothing asked but what the person would like to know. */
    private static boolean isFallback(Turn turn) {
        Optional<Kind> asked = turn.reply().question().map(Question::kind);
        return turn.reply().answers().isEmpty()
                && !turn.decision().triage().isResult()
                && asked.orElse(Kind.SUGGESTIONS) == Kind.SUGGESTIONS;
    }

    /** Counts a request that was answered. */
    void count(Context ctx, Float millis) {
        String path = ctx.endpoints().lastHttpEndpoint() == null
                ? "other"
                : ctx.endpoints().lastHttpEndpoint().path;
        String status = Integer.toString(ctx.status().getCode());
        requestSeconds.labelValues(ctx.method().name(), path, status).observe(millis / 1000.0);
        REQUESTS.atInfo()
                .addKeyValue("method", ctx.method())
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("millis", Math.round(millis))
                .log("request");
    }

    void show(Context ctx) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, registry.scrape());
        ctx.header("Cache-Control", "no-store");
        ctx.result(text.toByteArray()).contentType(writer.getContentType());
    }
}

package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.function.Supplier;
import scapula.domain.Region;

/** What goes wrong anywhere, said in one sentence with the emergency line. Nothing that is typed is logged. */
final class Failures {

    private final Supplier<Edition> edition;

    Failures(Supplier<Edition> edition) {
        this.edition = edition;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (failed, ctx) -> show(Problem.of(failed), ctx));
        routes.exception(Exception.class, (failed, ctx) -> show(Problem.of(failed), ctx));
        routes.error(404, "*", ctx -> {
            String written = ctx.res().getContentType();
            if (written == null || written.startsWith("text/plain")) {
                show(Problem.of(404), ctx);
            }
        });
    }

    private void show(Problem problem, Context ctx) {
        problem.mark(ctx);
        try {
            ChatApi.send(
                    ctx, Problem.MEDIA_TYPE, problem.body(region(problem, ctx).line()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the request names, if it can be read at all. */
    private Region region(Problem problem, Context ctx) {
        Region usual = edition.get().usual();
        try {
            return problem.status() == 413
                    ? usual
                    : ChatRequest.regionOf(ctx.body(), edition.get().regions()).orElse(usual);
        } catch (Exception unreadable) {
            return usual;
        }
    }
}

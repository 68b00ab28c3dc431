package scapula.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** What every request of the API passes: refused is what is not to be answered, whatever it says. */
final class Gate {

    private static final int LARGEST_JSON = 16 * 1024;

    private final Access access;
    private final Throttle throttle;
    private volatile boolean stopping;

    Gate(Access access) {
        this.access = access;
        this.throttle = new Throttle(access.perMinute(), access.perMinuteInAll());
    }

    /** From now on all is refused. */
    void close() {
        stopping = true;
    }

    /** Lets a request in. What is answered is nobody else's to keep. */
    void admit(Context ctx) throws Problem {
        ctx.header("Cache-Control", "no-store");
        if (stopping) {
            throw Problem.of(503);
        }
        count(ctx, 1);
    }

    /** Counts messages that came all at once. */
    void count(Context ctx, int messages) throws Problem {
        long wait = throttle.secondsToWait(access.client(ctx), messages);
        if (wait > 0) {
            ctx.header("Retry-After", Long.toString(wait));
            throw Problem.of(429);
        }
    }

    /** Lets a request in that brings JSON. */
    void admitJson(Context ctx) throws Problem {
        admit(ctx);
        String type = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Problem.of(415);
        }
        if (ctx.bodyAsBytes().length > LARGEST_JSON) {
            throw Problem.of(413);
        }
    }
}

package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BooleanSupplier;
import scapula.domain.Made;

/** What an operator's machines ask: whether the program runs, whether it can serve now, and what it is. */
public final class Probes {

    private final BooleanSupplier store;
    private volatile boolean leaving;

    /** @param store whether conversations can be kept now */
    public Probes(BooleanSupplier store) {
        this.store = store;
    }

    /** From now on it is not ready. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** It runs; the store is not asked, since a restart would not bring that back. */
    void live(Context ctx) throws JsonProcessingException {
        send(ctx, new Health("UP", List.of()));
    }

    void ready(Context ctx) throws JsonProcessingException {
        List<Check> checks = List.of(Check.of("store", store.getAsBoolean()), Check.of("serving", !leaving));
        boolean up = checks.stream().allMatch(check -> check.status().equals("UP"));
        ctx.status(up ? 200 : 503);
        send(ctx, new Health(up ? "UP" : "DOWN", checks));
    }

    void version(Context ctx, Made made) throws JsonProcessingException {
        send(ctx, new Version(made.program(), made.rules(), made.models()));
    }

    private static void send(Context ctx, Object body) throws JsonProcessingException {
        ctx.header("Cache-Control", "no-store");
        ChatApi.send(ctx, "application/json", body);
    }

    record Health(String status, List<Check> checks) {}

    record Check(String name, String status) {
        static Check of(String name, boolean up) {
            return new Check(name, up ? "UP" : "DOWN");
        }
    }

    record Version(String version, String rules, String models) {}
}

package scapula.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/**
 * The other sites that may show the chat in a frame and call the API from their pages: none but those that the server
 * was told by name.
 *
 * @param origins as browsers send them
 */
public record AllowedOrigins(List<String> origins) {

    private static final List<String> SHARED =
            List.of("/api/*", "/webhooks/rest/*", "/v1/*", "/deep-chat", "/cds-services", "/cds-services/*");
    private static final String USUAL_PORT = "(?<=^https://[^:]{1,253}):443$|(?<=^http://[^:]{1,253}):80$";

    /** @throws IllegalArgumentException with a sentence that says what an origin is */
    public AllowedOrigins {
        origins = origins.stream().map(AllowedOrigins::origin).toList();
    }

    private static String origin(String typed) {
        String origin = typed.toLowerCase(Locale.ROOT).replaceFirst(USUAL_PORT, "");
        if (!origin.matches("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?")) {
            throw new IllegalArgumentException("\"" + typed
                    + "\" is no origin. Name the other site as browsers do, without a path: https://example.org");
        }
        return origin;
    }

    /** Whose frames the page may be in, in the words of a Content-Security-Policy. */
    String frameAncestors() {
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }

    /** After a request and not before it, so that what the reply varies by besides is kept. */
    void addTo(RoutesConfig routes) {
        if (!origins.isEmpty()) {
            SHARED.forEach(path -> {
                routes.options(path, ctx -> ctx.status(204));
                routes.after(path, this::share);
            });
        }
    }

    private void share(Context ctx) {
        ctx.res().addHeader("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Expose-Headers", "Retry-After");
        if (ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Conversation-Id");
            ctx.header("Access-Control-Max-Age", "3600");
        }
    }
}

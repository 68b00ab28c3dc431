package scapula.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import scapula.domain.Region;

/** The page in {@code web/}, with the region's emergency line written into it so that it stands there before any script. */
final class Page {

    private static final String FOLDER = "/web";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache");

    private final String html;

    Page(Region region) {
        this.html = index().replace("{{region}}", region.id())
                .replace("{{emergency}}", region.line())
                .replace("{{number}}", region.number())
                .replace("{{call}}", region.button());
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/", ctx -> {
            HEADERS.forEach(ctx::header);
            ctx.html(html);
        });
        config.staticFiles.add(files -> {
            files.directory = FOLDER;
            files.location = Location.CLASSPATH;
            files.headers = HEADERS;
            files.skipFileFunction = request -> request.getRequestURI().endsWith("index.html");
        });
    }

    private static String index() {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + "/index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("This program was built without its page.", unreadable);
        }
    }
}

package scapula.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scapula.domain.Region;

/** The pages in {@code web/}, with the emergency lines written into them so that one stands there before any script. */
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

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final Map<String, String> words;

    Page(Region usual, Collection<Region> regions) {
        Map<String, String> all = new HashMap<>(words("", usual));
        all.put("region", usual.id());
        regions.forEach(region -> all.putAll(words(region.id().toLowerCase(Locale.ROOT) + "-", region)));
        this.words = Map.copyOf(all);
    }

    private static Map<String, String> words(String prefix, Region region) {
        return Map.of(
                prefix + "emergency", region.line(), prefix + "number", region.number(), prefix + "call", region.button());
    }

    void addTo(JavalinConfig config) {
        String index = read("index.html");
        config.routes.get("/", ctx -> send(ctx, index));
        config.staticFiles.add(files -> {
            files.directory = FOLDER;
            files.location = Location.CLASSPATH;
            files.headers = HEADERS;
            files.skipFileFunction = request -> request.getRequestURI().endsWith(".html");
        });
    }

    /** A page of the folder, for this region. */
    String read(String file) {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + "/" + file)) {
            return fill(new String(in.readAllBytes(), StandardCharsets.UTF_8), words);
        } catch (IOException unreadable) {
            throw new IllegalStateException("This program was built without its pages.", unreadable);
        }
    }

    /** Writes these words into a page; what they say is not read again. */
    static String fill(String page, Map<String, String> words) {
        return PLACEHOLDER
                .matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group())));
    }

    static void send(Context ctx, String html) {
        HEADERS.forEach(ctx::header);
        ctx.html(html);
    }
}

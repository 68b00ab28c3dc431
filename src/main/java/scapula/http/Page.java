package scapula.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import scapula.domain.Region;

/**
 * The page in {@code web/}, with the region's emergency line written into it so that it stands there before any script;
 * in the frame of an allowed site it takes on that site's looks.
 */
final class Page {

    private static final String FRAMED =
            "<link rel=\"stylesheet\" href=\"embedded.css\"><script type=\"module\" src=\"embedded.js\"></script>";

    private final AllowedOrigins origins;
    private final Region usual;
    private final Map<String, Written> pages = new HashMap<>();
    private final Map<String, Written> framed = new HashMap<>();
    private final Written embed;

    Page(WebFiles files, TalkHtml talk, Edition edition, AllowedOrigins origins) {
        this.origins = origins;
        this.usual = edition.usual();
        Map<String, Region> regions = edition.regions();
        Template page = new Template(files.text("index.html"));
        Map<String, Object> lines = new HashMap<>();
        regions.values().forEach(region -> lines.putAll(words(region.id().toLowerCase(Locale.ROOT) + "-", region)));
        regions.values().forEach(region -> {
            pages.put(region.id(), written(page, talk, lines, region, ""));
            framed.put(region.id(), written(page, talk, lines, region, FRAMED));
        });
        this.embed = Written.of(Written.SCRIPT, files.text("embed.js"));
    }

    private static Written written(
            Template page, TalkHtml talk, Map<String, Object> lines, Region region, String looks) {
        Map<String, Object> values = new HashMap<>(lines);
        values.putAll(words("", region));
        values.put("region", region.id());
        values.put("form", talk.form(region));
        values.put("embedded", new Markup(looks));
        return Written.of(Written.HTML, page.page(values).html());
    }

    /** The emergency line of a region, as the places of a page call it. */
    static Map<String, Object> words(String prefix, Region region) {
        return Map.of(
                prefix + "emergency",
                region.line(),
                prefix + "number",
                region.number(),
                prefix + "call",
                region.button());
    }

    /** Anybody may load the script, so that where the frame is refused its words still stand there. */
    void embed(Context ctx) {
        Headers.PAGE.forEach(ctx::header);
        ctx.header("Access-Control-Allow-Origin", "*");
        embed.to(ctx);
    }

    void show(Context ctx) {
        boolean inFrame = ctx.queryParam("embedded") != null;
        Map<String, Written> shown = inFrame ? framed : pages;
        (inFrame ? Headers.framedBy(origins) : Headers.PAGE).forEach(ctx::header);
        shown.getOrDefault(ctx.queryParam("region"), shown.get(usual.id())).to(ctx);
    }
}

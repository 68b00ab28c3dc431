package scapula.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Guide;
import scapula.domain.Region;
import scapula.http.RuleFocus.Shown;
import scapula.http.RuleList.Part;

/**
 * {@code GET /rules}: every answer, red flag and rule in words; with {@code ?q=} those that fit, and with
 * {@code ?show=} the map of one.
 */
final class RulesPage {

    private final Guide guide;
    private final Template page;
    private final Region region;
    private final RuleEntries entries;
    private final RuleFocus focus;
    private final String overview;
    private final Part everything;

    /**
     * @param page with places for the parts
     * @param region whose emergency line it has
     */
    RulesPage(Guide guide, Template page, Region region) {
        this.guide = guide;
        this.page = page;
        this.region = region;
        this.entries = new RuleEntries(guide);
        this.focus = new RuleFocus(guide, entries);
        this.overview = RuleOverview.html(guide);
        this.everything = new RuleList(guide, entries, "").all();
    }

    void show(Context ctx) throws Problem {
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String key = ctx.queryParam("show");
        if (key != null) {
            Shown shown = focus.of(key).orElseThrow(() -> Problem.of(404));
            send(ctx, shown.title(), "", "", shown.html());
        } else if (query.isEmpty()) {
            send(ctx, word("title"), "", "", overview + everything.html());
        } else {
            Part fitting = new RuleList(guide, entries, query).all();
            send(ctx, word("title"), query, found(fitting), fitting.html());
        }
    }

    private String found(Part list) {
        return word(list.shown() == 0 ? "found-none" : "found")
                .replace("{some}", Integer.toString(list.shown()))
                .replace("{all}", Integer.toString(list.all()));
    }

    private void send(Context ctx, String title, String query, String found, String content) {
        Map<String, Object> values = new HashMap<>(Page.words("", region));
        values.put("title", title);
        values.put("query", query);
        values.put("found", found);
        values.put("content", new Markup(content));
        Headers.PAGE.forEach(ctx::header);
        ctx.html(page.page(values).html());
    }

    private String word(String name) {
        return guide.words().text(name);
    }
}

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
    private final Gate gate;
    private final Written everything;

    /**
     * @param page with places for the parts
     * @param region whose emergency line it has
     */
    RulesPage(Guide guide, Template page, Region region, Gate gate) {
        this.guide = guide;
        this.page = page;
        this.region = region;
        this.entries = new RuleEntries(guide);
        this.focus = new RuleFocus(guide, entries);
        this.gate = gate;
        String all = RuleOverview.html(guide)
                + new RuleList(guide, entries, "").all().html();
        this.everything = Written.of(Written.HTML, html(word("title"), "", "", all));
    }

    void show(Context ctx) throws Problem {
        gate.admit(ctx);
        Headers.PAGE.forEach(ctx::header);
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String key = ctx.queryParam("show");
        if (key != null) {
            Shown shown = focus.of(key).orElseThrow(() -> Problem.of(404));
            ctx.html(html(shown.title(), "", "", shown.html()));
        } else if (query.isEmpty()) {
            everything.to(ctx);
        } else {
            Part fitting = new RuleList(guide, entries, query).all();
            ctx.html(html(word("title"), query, found(fitting), fitting.html()));
        }
    }

    private String found(Part list) {
        return word(list.shown() == 0 ? "found-none" : "found")
                .replace("{some}", Integer.toString(list.shown()))
                .replace("{all}", Integer.toString(list.all()));
    }

    private String html(String title, String query, String found, String content) {
        Map<String, Object> values = new HashMap<>(Page.words("", region));
        values.put("title", title);
        values.put("query", query);
        values.put("found", found);
        values.put("content", new Markup(content));
        return page.page(values).html();
    }

    private String word(String name) {
        return guide.words().text(name);
    }
}

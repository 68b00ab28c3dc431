package scapula.http;

import static scapula.http.Xhtml.escaped;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Guide;
import scapula.http.RuleFocus.Shown;
import scapula.http.RuleList.Part;

/**
 * {@code GET /rules}: every answer, red flag and rule in words; with {@code ?q=} those that fit, and with
 * {@code ?show=} the map of one.
 */
final class RulesPage {

    private final Guide guide;
    private final String page;
    private final RuleEntries entries;
    private final RuleFocus focus;
    private final String overview;
    private final Part everything;

    /** @param page with places for the parts */
    RulesPage(Guide guide, String page) {
        this.guide = guide;
        this.page = page;
        this.entries = new RuleEntries(guide);
        this.focus = new RuleFocus(guide, entries);
        this.overview = RuleOverview.html(guide);
        this.everything = new RuleList(guide, entries, "").all();
    }

    void addTo(RoutesConfig routes) {
        routes.get(RuleLinks.PATH, this::rules);
    }

    private void rules(Context ctx) throws Problem {
        String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String key = ctx.queryParam("show");
        if (key != null) {
            Shown shown = focus.of(key).orElseThrow(() -> Problem.of(404));
            Page.send(ctx, filled(shown.title(), "", "", shown.html()));
        } else if (query.isEmpty()) {
            Page.send(ctx, filled(word("title"), "", "", overview + everything.html()));
        } else {
            Part fitting = new RuleList(guide, entries, query).all();
            String hidden = overview.replaceFirst("<section", "<section hidden");
            Page.send(ctx, filled(word("title"), query, found(fitting), hidden + fitting.html()));
        }
    }

    private String found(Part list) {
        return word(list.shown() == 0 ? "found-none" : "found")
                .replace("{some}", Integer.toString(list.shown()))
                .replace("{all}", Integer.toString(list.all()));
    }

    private String filled(String title, String query, String found, String content) {
        return Page.fill(
                page,
                Map.of(
                        "title", escaped(title),
                        "query", escaped(query),
                        "found", escaped(found),
                        "found-some", escaped(word("found")),
                        "found-none", escaped(word("found-none")),
                        "content", content));
    }

    private String word(String name) {
        return guide.words().text(name);
    }
}

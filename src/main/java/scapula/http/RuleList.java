package scapula.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import scapula.domain.Guide;
import scapula.domain.Guide.Entry;
import scapula.domain.Guide.Section;
import scapula.domain.Guide.Topic;
import scapula.domain.PlainRule;

/** All entries, folded by topic. Those that do not fit a query are hidden; rules.js hides and shows in the same way. */
final class RuleList {

    /**
     * Some entries.
     *
     * @param shown how many of them fit
     * @param all how many there are
     */
    record Part(String html, int shown, int all) {

        static Part of(Stream<Part> parts) {
            return parts.reduce(
                    new Part("", 0, 0),
                    (one, other) -> new Part(one.html + other.html, one.shown + other.shown, one.all + other.all));
        }

        private String hidden() {
            return shown == 0 ? " hidden" : "";
        }
    }

    private final Guide guide;
    private final RuleEntries entries;
    private final List<String> query;

    RuleList(Guide guide, RuleEntries entries, String query) {
        this.guide = guide;
        this.entries = entries;
        this.query = Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Part all() {
        return Part.of(Stream.concat(guide.sections().stream().map(this::section), Stream.of(sources())));
    }

    private Part section(Section section) {
        return section(section.id(), Part.of(section.topics().stream().map(this::topic)));
    }

    private Part section(String id, Part inside) {
        String html = "<section id=\"" + id + "\"" + inside.hidden() + ">" + Xhtml.cell("h2", word(id))
                + Xhtml.paragraph(word(id + "-note")) + inside.html() + "</section>";
        return new Part(html, inside.shown(), inside.all());
    }

    private Part topic(Topic topic) {
        return topic(topic.id(), topic.name(), Part.of(topic.entries().stream().map(this::entry)));
    }

    private Part topic(String id, String name, Part inside) {
        String html = "<details class=\"topic\" id=\"" + id + "\"" + open(inside.shown() > 0) + inside.hidden()
                + "><summary>" + Xhtml.cell("h3", name) + " <span>" + inside.all() + "</span></summary>"
                + inside.html() + "</details>";
        return new Part(html, inside.shown(), inside.all());
    }

    private Part entry(Entry entry) {
        String head = entries.head(entry, "h4");
        Part rules = Part.of(entry.rules().stream().map(rule -> rule(rule, head)));
        boolean isShown = rules.shown() > 0 || fits(head);
        String led = "<details class=\"led\"" + open(!fits(head)) + "><summary>"
                + Xhtml.escaped(entries.count(entry.rules())) + "</summary><ol>" + rules.html() + "</ol></details>";
        String html = head + (rules.all() > 0 ? led : "");
        return leaf("article", entry.thing().key(), html, isShown);
    }

    private Part rule(PlainRule rule, String head) {
        String html = entries.rule(rule);
        boolean isShown = fits(head + html);
        return new Part(
                "<li class=\"rule\" id=\"" + rule.thing().key() + "\"" + (isShown ? "" : " hidden") + ">" + html
                        + "</li>",
                isShown ? 1 : 0,
                1);
    }

    private Part sources() {
        Stream<Part> all = guide.sources().values().stream().map(source -> {
            String html = entries.source(source);
            return leaf("div", "source-" + source.id(), "<div class=\"head\">" + html + "</div>", fits(html));
        });
        return section("sources", topic("sources-all", word("sources"), Part.of(all)));
    }

    private static Part leaf(String tag, String id, String html, boolean isShown) {
        String open = "<" + tag + " class=\"entry\" id=\"" + id + "\"" + (isShown ? "" : " hidden") + ">";
        return new Part(open + html + "</" + tag + ">", isShown ? 1 : 0, 1);
    }

    private String open(boolean isHolding) {
        return isHolding && !query.isEmpty() ? " open" : "";
    }

    private boolean fits(String html) {
        String text = html.replaceAll("<[^>]*>", "").toLowerCase(Locale.ROOT);
        return query.stream().map(Xhtml::escaped).allMatch(text::contains);
    }

    private String word(String name) {
        return guide.words().text(name);
    }
}

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

/** The entries that fit a query, folded by topic; without a query all of them. */
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

        /** What stands around entries; nothing where none of them fits. */
        Part in(String before, String after) {
            return new Part(shown == 0 ? "" : before + html + after, shown, all);
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
        String heading = Xhtml.cell("h2", word(id)) + Xhtml.paragraph(word(id + "-note"));
        return inside.in("<section id=\"" + id + "\">" + heading, "</section>");
    }

    private Part topic(Topic topic) {
        return topic(topic.id(), topic.name(), Part.of(topic.entries().stream().map(this::entry)));
    }

    private Part topic(String id, String name, Part inside) {
        String line = "<summary>" + Xhtml.cell("h3", name) + " <span>" + inside.shown() + "</span></summary>";
        return inside.in("<details class=\"topic\" id=\"" + id + "\"" + open(true) + ">" + line, "</details>");
    }

    private Part entry(Entry entry) {
        String head = entries.head(entry, "h4");
        Part rules = Part.of(entry.rules().stream().map(rule -> rule(rule, head)));
        boolean isShown = rules.shown() > 0 || fits(head);
        String led = "<details class=\"led\"" + open(!fits(head)) + "><summary>"
                + Xhtml.escaped(entries.count(entry.rules())) + "</summary><ol>" + rules.html() + "</ol></details>";
        String html = head + (rules.shown() > 0 ? led : "");
        return leaf("article", entry.thing().key(), html, isShown);
    }

    private Part rule(PlainRule rule, String head) {
        String html = entries.rule(rule);
        boolean isShown = fits(head + html);
        String item = "<li class=\"rule\" id=\"" + rule.thing().key() + "\">" + html + "</li>";
        return new Part(isShown ? item : "", isShown ? 1 : 0, 1);
    }

    private Part sources() {
        Stream<Part> all = guide.sources().values().stream().map(source -> {
            String html = entries.source(source);
            return leaf("div", "source-" + source.id(), "<div class=\"head\">" + html + "</div>", fits(html));
        });
        return section("sources", topic("sources-all", word("sources"), Part.of(all)));
    }

    private static Part leaf(String tag, String id, String html, boolean isShown) {
        String whole = "<" + tag + " class=\"entry\" id=\"" + id + "\">" + html + "</" + tag + ">";
        return new Part(isShown ? whole : "", isShown ? 1 : 0, 1);
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

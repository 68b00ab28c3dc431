package scapula.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Guide;
import scapula.domain.Guide.Entry;
import scapula.domain.PlainRule;
import scapula.domain.Thing;

/** One rule or thing at a time: its map, what is said of it, and its rules in words. */
final class RuleFocus {

    /** A part of the page with its title. */
    record Shown(String title, String html) {}

    private final Guide guide;
    private final RuleEntries entries;
    private final Map<String, PlainRule> rules;
    private final Map<String, Entry> described;
    private final Map<String, Thing> lookedAt;

    RuleFocus(Guide guide, RuleEntries entries) {
        this.guide = guide;
        this.entries = entries;
        this.rules = byKey(guide.rules().stream(), PlainRule::thing);
        this.described = byKey(
                guide.sections().stream()
                        .flatMap(section -> section.topics().stream())
                        .flatMap(topic -> topic.entries().stream()),
                Entry::thing);
        this.lookedAt = byKey(
                guide.rules().stream()
                        .flatMap(rule -> rule.clauses().stream())
                        .flatMap(clause -> clause.things().stream()),
                thing -> thing);
    }

    private static <T> Map<String, T> byKey(Stream<T> all, Function<T, Thing> thing) {
        return all.collect(Collectors.toMap(one -> thing.apply(one).key(), one -> one, (first, same) -> first));
    }

    /** What is shown of the rule or thing with this key; empty where there is none. */
    Optional<Shown> of(String key) {
        return Optional.ofNullable(rules.get(key))
                .map(this::rule)
                .or(() -> Optional.ofNullable(described.get(key)).map(this::entry))
                .or(() -> Optional.ofNullable(lookedAt.get(key)).map(thing -> thing(thing, "")));
    }

    private Shown rule(PlainRule rule) {
        return shown(rule.thing(), RuleMap.of(rule, guide), section("this-rule", list(List.of(rule))));
    }

    private Shown entry(Entry entry) {
        return thing(entry.thing(), "<article class=\"entry\">" + entries.head(entry, "h3") + "</article>");
    }

    private Shown thing(Thing thing, String said) {
        String below =
                said + rules("leads-to-it", guide.leadingTo(thing)) + rules("looks-at-it", guide.lookingAt(thing));
        return shown(thing, RuleMap.of(thing, guide), below);
    }

    private Shown shown(Thing focus, RuleMap map, String below) {
        String title = word("map").replace("{name}", focus.label());
        String html = "<section>" + Xhtml.cell("h2", title) + new MapHtml(map, guide.words(), focus).html()
                + key("map-key-rule") + key("map-key-behind") + "</section>" + below;
        return new Shown(title, html);
    }

    private String key(String name) {
        return "<p class=\"key\">" + Xhtml.escaped(word(name)) + "</p>";
    }

    private String rules(String name, Stream<PlainRule> found) {
        List<PlainRule> all = found.toList();
        return all.isEmpty() ? "" : section(name, Xhtml.paragraph(entries.count(all)) + list(all));
    }

    private String section(String name, String inside) {
        return "<section>" + Xhtml.cell("h2", word(name)) + inside + "</section>";
    }

    private String list(List<PlainRule> all) {
        return all.stream()
                .map(rule -> "<li class=\"rule\">" + entries.rule(rule) + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    private String word(String name) {
        return guide.words().text(name);
    }
}

package scapula.content;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import scapula.domain.Conclusion.Advise;
import scapula.domain.Guide;
import scapula.domain.Level;
import scapula.domain.Mistake;
import scapula.domain.Thing;
import scapula.domain.WrittenRule;
import scapula.domain.WrittenRule.Condition;

/** The words of the page that shows the rules: {@code rules/advice/rules-page.yml}. */
record GuideWords(Guide.Words words) {

    private static final String FILE = "rules/advice/rules-page.yml";

    private static final List<String> TEXTS =
            List.of(("title found found-none overview overview-note answers answers-note flags flags-note cautions "
                            + "cautions-note signs signs-note questions questions-note remarks remarks-note sources "
                            + "sources-note rests-on reviewed route rules-one rules-many rules-none uses needs unless "
                            + "any-of unsure denied spoken-of wants wants-other plainly anything other-than any-answer chosen "
                            + "cleared refused any-danger named-danger reveals at-least provisional supersedes written "
                            + "map map-findings map-signs map-follows map-key-rule map-key-behind map-more "
                            + "map-none leads-to-it looks-at-it this-rule")
                    .split(" "));

    /** What rules look at that is neither a finding nor a name of something else. */
    private static final Set<String> SITUATIONS = Set.of("Situation", "Doubt");

    static GuideWords read(Folder folder, List<WrittenRule> rules, Set<String> slots, List<Mistake> mistakes) {
        Guide.Words words = new Guide.Words(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        Yaml.open(folder, FILE, mistakes).ifPresent(yaml -> {
            Stream<String> texts =
                    Stream.concat(TEXTS.stream(), Stream.of(Thing.Kind.values()).map(kind -> "kind-" + kind.word()));
            complete(yaml, "words", words.texts(), texts.toList());
            Stream<String> levels = Stream.of(Level.values()).map(Level::ruleName);
            complete(
                    yaml,
                    "levels",
                    words.levels(),
                    Stream.concat(levels, Stream.of(Advise.CRISIS)).toList());
            complete(yaml, "facts", words.facts(), facts(rules));
            known(
                    yaml,
                    "topics",
                    words.topics(),
                    name -> Guide.Topic.OF_QUESTIONS.contains(name)
                            || rules.stream().anyMatch(rule -> rule.folder().equals(name)));
            known(
                    yaml,
                    "signs",
                    words.signs(),
                    name -> rules.stream().anyMatch(rule -> rule.says().contains(name)));
            known(yaml, "wishes", words.wishes(), name -> looksAt(rules, name));
            complete(yaml, "slots", words.slots(), slots);
        });
        return new GuideWords(words);
    }

    private static List<String> facts(List<WrittenRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> SITUATIONS.contains(condition.type()))
                .map(Condition::tests)
                .flatMap(List::stream)
                .map(WrittenRule.Test::toString)
                .distinct()
                .toList();
    }

    private static boolean looksAt(List<WrittenRule> rules, String name) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .anyMatch(condition -> condition.names().contains(name));
    }

    /** Exactly these names have words. */
    private static void complete(Yaml yaml, String section, Map<String, String> into, Collection<String> names) {
        known(yaml, section, into, names::contains);
        names.stream()
                .filter(name -> !into.containsKey(name))
                .forEach(name -> yaml.mistake("\"" + section + "\" has no words for \"" + name + "\"."));
    }

    private static void known(Yaml yaml, String section, Map<String, String> into, Predicate<String> known) {
        yaml.part(section)
                .ifPresent(part -> part.parts().forEach((name, text) -> {
                    into.put(name, part.text(name));
                    if (!known.test(name)) {
                        text.mistake("the page of the rules has no place for \"" + name + "\".");
                    }
                }));
    }
}

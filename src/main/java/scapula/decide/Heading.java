package scapula.decide;

import java.util.List;
import java.util.stream.Stream;
import org.kie.api.definition.rule.Rule;

/**
 * What stands above a rule's conditions.
 *
 * @param name a whole sentence
 * @param sources ids in the source list
 * @param provisional whether it counts only once nothing is left to ask
 * @param supersedes names of rules that it takes the place of
 */
record Heading(String name, List<String> sources, boolean provisional, List<String> supersedes) {

    static Heading of(Rule rule) {
        return new Heading(
                rule.getName(),
                Stream.of(written(rule, "source").split("\\s*,\\s*")).toList(),
                rule.getMetaData().containsKey("provisional"),
                Stream.of(written(rule, "supersedes"))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    /** What a rule's header says under a name; rules compiled by the build keep the quotes. */
    private static String written(Rule rule, String name) {
        return String.valueOf(rule.getMetaData().getOrDefault(name, ""))
                .replace("\"", "")
                .strip();
    }
}

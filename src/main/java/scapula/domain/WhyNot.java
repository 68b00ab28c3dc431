package scapula.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Why a rule does not speak in a conversation, or that it does.
 *
 * @param fired whether it speaks
 * @param conditions what it asks for, in its own words
 * @param needs findings of which any one would make it speak
 */
public record WhyNot(String rule, boolean fired, List<Held> conditions, List<Finding> needs) {

    /** The rule that lacks the least; of those, the one of which more holds. */
    public static final Comparator<WhyNot> NEAREST_FIRST = Comparator.comparingInt(
                    (WhyNot rule) -> rule.lacking().size())
            .thenComparing(rule -> rule.lacking().size() - rule.conditions().size())
            .thenComparing(WhyNot::rule);

    /** One condition as it is written, and whether it is met. */
    public record Held(String condition, boolean holds) {}

    /** The same with findings of which any one would be enough. */
    public WhyNot needing(List<Finding> findings) {
        return new WhyNot(rule, fired, conditions, findings);
    }

    /** The conditions that are not met. */
    public List<String> lacking() {
        return conditions.stream()
                .filter(condition -> !condition.holds())
                .map(Held::condition)
                .toList();
    }

    /** Whether something that it asks for is there; that something is not there is true of most rules. */
    public boolean isNear() {
        return conditions.stream()
                .anyMatch(
                        condition -> condition.holds() && !condition.condition().startsWith("not "));
    }
}

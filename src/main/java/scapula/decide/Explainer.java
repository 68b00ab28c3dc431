package scapula.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Case;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.Quote;
import scapula.domain.WhyNot;
import scapula.domain.WhyNot.Held;
import scapula.domain.WrittenRule;
import scapula.domain.WrittenRule.Condition;

/**
 * Tells why a rule does not speak: which of its conditions are not met, and which one finding would be enough, by applying
 * the rules again with that finding.
 */
final class Explainer {

    private final Assessor assessor;
    private final Map<String, WrittenRule> written;

    Explainer(Assessor assessor, List<WrittenRule> written) {
        this.assessor = assessor;
        this.written = written.stream().collect(Collectors.toMap(WrittenRule::name, Function.identity()));
    }

    /** Empty where there is no rule of that name. */
    Optional<WhyNot> explain(Case known, String name) {
        return Optional.ofNullable(written.get(name)).map(rule -> explain(known, rule));
    }

    private WhyNot explain(Case known, WrittenRule rule) {
        return explain(known, rule, assessor.facts(known), assessor.weigh(known).trail());
    }

    private WhyNot explain(Case known, WrittenRule rule, List<Object> facts, Trail trail) {
        WhyNot told = told(rule, facts, trail);
        return told.fired() ? told : told.needing(needs(known, rule, trail));
    }

    /** What of a rule holds and what does not, without what it needs. */
    static WhyNot told(WrittenRule rule, List<Object> facts, Trail trail) {
        List<Held> conditions = rule.conditions().stream()
                .map(condition -> new Held(condition.text(), Holding.holds(condition, facts, trail)))
                .toList();
        return new WhyNot(rule.name(), trail.hasFired(rule.name()), conditions, List.of());
    }

    /** Those of some rules that lack the least, with what each needs; a rule of which nothing holds is not near. */
    List<WhyNot> nearest(Case known, Stream<WrittenRule> rules, int most) {
        List<Object> facts = assessor.facts(known);
        Trail trail = assessor.weigh(known).trail();
        return rules.map(rule -> told(rule, facts, trail))
                .filter(WhyNot::isNear)
                .sorted(WhyNot.NEAREST_FIRST)
                .limit(most)
                .map(near -> explain(known, written.get(near.rule()), facts, trail))
                .toList();
    }

    private List<Finding> needs(Case known, WrittenRule rule, Trail trail) {
        Set<String> tokens = new LinkedHashSet<>();
        Set<String> signs = new LinkedHashSet<>();
        rule.conditions().stream()
                .filter(condition -> !condition.negated())
                .forEach(condition -> collect(condition, trail, tokens, signs));
        return tokens.stream()
                .map(token -> (Finding) new Present(token, Quote.tapped(0)))
                .filter(finding ->
                        assessor.weigh(known.with(List.of(finding))).trail().hasFired(rule.name()))
                .toList();
    }

    /** The tokens that a condition asks for, through the signs that other rules conclude. */
    private void collect(Condition condition, Trail trail, Set<String> tokens, Set<String> signs) {
        if (condition.type().equals("Present")) {
            condition.names().stream().filter(name -> name.contains(":")).forEach(tokens::add);
        }
        if (condition.type().equals("Sign")) {
            condition.names().stream()
                    .filter(sign -> !trail.hasSign(sign) && signs.add(sign))
                    .flatMap(this::behind)
                    .forEach(behind -> collect(behind, trail, tokens, signs));
        }
    }

    private Stream<Condition> behind(String sign) {
        return written.values().stream()
                .filter(rule -> rule.verb().equals("Sign") && rule.says().get(0).equals(sign))
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> !condition.negated());
    }
}

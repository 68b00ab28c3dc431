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
import scapula.domain.Chosen;
import scapula.domain.Clear;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Quote;
import scapula.domain.Situation;
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
        Assessment assessed = assessor.weigh(known);
        List<Object> facts = assessor.facts(known);
        List<Held> conditions = rule.conditions().stream()
                .map(condition -> new Held(condition.text(), holds(condition, facts, assessed.trail())))
                .toList();
        boolean fired = assessed.trail().hasFired(rule.name());
        return new WhyNot(rule.name(), fired, conditions, fired ? List.of() : needs(known, rule, assessed.trail()));
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

    private static boolean holds(Condition condition, List<Object> facts, Trail trail) {
        boolean met = condition.type().equals("Sign")
                ? condition.names().stream().anyMatch(trail::hasSign)
                : facts.stream().anyMatch(fact -> matches(condition, fact));
        return met != condition.negated();
    }

    private static boolean matches(Condition condition, Object fact) {
        return switch (condition.type()) {
            case "Present" -> fact instanceof Present present && names(condition, present);
            case "Absent" -> fact instanceof Absent absent && names(condition, absent);
            case "Unsure" -> fact instanceof Unsure unsure && names(condition, unsure);
            case "Finding" -> fact instanceof Finding finding && names(condition, finding);
            case "Chosen" -> fact instanceof Chosen chosen && names(condition, chosen);
            case "Clear" -> fact instanceof Clear clear && condition.names().contains(clear.question());
            case "Situation" -> fact instanceof Situation situation && says(condition.text(), situation);
            default -> false;
        };
    }

    private static boolean names(Condition condition, Finding finding) {
        return condition.names().contains(finding.token()) || condition.names().contains(finding.slot());
    }

    private static boolean names(Condition condition, Chosen chosen) {
        boolean anyOption = !condition.text().contains("option");
        return condition.names().contains(chosen.question())
                && (anyOption || condition.names().contains(chosen.option()));
    }

    private static boolean says(String text, Situation situation) {
        return text.contains("complains == " + situation.complains())
                || text.contains("aboutOther == " + situation.aboutOther());
    }
}

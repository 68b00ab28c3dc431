package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Conclusion;
import scapula.domain.Conclusion.Sign;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Intent;
import scapula.domain.Reason;

/**
 * What rules concluded.
 *
 * @param steps every conclusion, the rule that drew it, and what that rule had matched
 */
record Trail(List<Step> steps) {

    /** One conclusion drawn by one rule. */
    record Step(Conclusion conclusion, Heading rule, List<Object> matched) {

        /** The same, on the facts as they were told. */
        Step on(Map<Object, Object> told) {
            return new Step(
                    conclusion,
                    rule,
                    matched.stream().map(fact -> told.getOrDefault(fact, fact)).toList());
        }

        /** How sure the reading is that the rule matched; 1 for a rule that asks for no intent. */
        double confidence() {
            return all(Intent.class)
                    .mapToDouble(Intent::confidence)
                    .min()
                    .orElse(doubt().map(Doubt::nearness).orElse(1.0));
        }

        /** Whether the conclusion counts only once nothing is left to ask. */
        boolean isProvisional() {
            return rule.provisional();
        }

        /** Which question of the message the rule answers; 0 for none in particular. */
        int question() {
            return all(Intent.class).mapToInt(Intent::question).max().orElse(0);
        }

        /** The danger that the rule wants to make sure of. */
        Optional<Doubt> doubt() {
            return all(Doubt.class).findFirst();
        }

        private <T> Stream<T> all(Class<T> kind) {
            return matched.stream().filter(kind::isInstance).map(kind::cast);
        }
    }

    /** An order that does not depend on which rule fired first. */
    static final Comparator<Step> BY_RULE =
            Comparator.comparing(step -> step.rule().name());

    /** Whether a rule drew a conclusion. */
    boolean hasFired(String rule) {
        return steps.stream().anyMatch(step -> step.rule().name().equals(rule));
    }

    /** Whether some rule concluded this sign. */
    boolean hasSign(String sign) {
        return steps.stream().anyMatch(step -> step.conclusion().equals(new Sign(sign)));
    }

    /** The names of the rules that a rule which fired takes the place of. */
    Set<String> superseded() {
        return steps.stream().flatMap(step -> step.rule().supersedes().stream()).collect(Collectors.toSet());
    }

    /** Every step that drew a conclusion of this kind. */
    List<Step> of(Class<? extends Conclusion> kind) {
        return steps.stream().filter(step -> kind.isInstance(step.conclusion())).toList();
    }

    /** Why a step was taken: its own rule, then the rules behind the signs that it built on. */
    List<Reason> reasons(Step step) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(step.rule().name(), step.rule().sources(), List.copyOf(facts(step))));
        signs(step).forEach(sign -> reasons.addAll(reasons(sign)));
        return reasons;
    }

    private List<Step> signs(Step step) {
        return steps.stream()
                .filter(earlier ->
                        earlier.conclusion() instanceof Sign && step.matched().contains(earlier.conclusion()))
                .toList();
    }

    /** What the person said that the step rests on, through its signs. */
    private Set<String> facts(Step step) {
        Set<String> facts = new LinkedHashSet<>();
        for (Object object : step.matched()) {
            if (object instanceof Finding finding) {
                facts.add(finding.token());
            } else if (object instanceof Intent intent) {
                facts.add("intent:" + intent.id());
            } else if (object instanceof Doubt doubt) {
                facts.add(doubt.token());
            } else if (object instanceof Chosen chosen) {
                facts.add(chosen.question() + "=" + chosen.option());
            }
        }
        signs(step).forEach(sign -> facts.addAll(facts(sign)));
        return facts;
    }
}

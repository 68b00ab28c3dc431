package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Conclusion.Remark;
import scapula.domain.Conclusion.Tell;
import scapula.domain.Conclusion.Warn;
import scapula.domain.Decision;
import scapula.domain.Reason;

/**
 * Chooses among what the rules propose, by a total order, so that firing order never matters.
 *
 * <p>Warnings come first, and nothing is asked after one. Of the answers the most specific is told: the one whose rule
 * matched the most, and on the surer reading; two that fit equally well are both told. Only where there is no answer is
 * there a remark. Of the questions the most specific is put.
 */
final class Weighing {

    private static final int MOST_ANSWERS = 2;

    private static final Comparator<Step> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Step step) -> step.matched().size())
            .thenComparingDouble(Step::confidence)
            .reversed()
            .thenComparing(step -> step.conclusion().of())
            .thenComparing(step -> step.rule().getName());

    private Weighing() {}

    static Decision of(Trail trail) {
        List<Step> warnings = ranked(trail, Warn.class);
        List<Step> answers = ranked(trail, Tell.class);
        List<Step> told = new ArrayList<>(warnings);
        answers.stream().filter(step -> fitsAsWell(step, answers.get(0))).forEach(told::add);
        if (told.isEmpty()) {
            ranked(trail, Remark.class).stream().limit(1).forEach(told::add);
        }
        List<Step> questions = warnings.isEmpty() ? ranked(trail, Ask.class) : List.of();
        return decision(trail, told, questions.stream().findFirst());
    }

    private static Decision decision(Trail trail, List<Step> told, Optional<Step> asked) {
        List<String> ids = told.stream()
                .map(step -> step.conclusion().of())
                .distinct()
                .limit(MOST_ANSWERS)
                .toList();
        List<Reason> because = Stream.concat(
                        told.stream()
                                .filter(step -> ids.contains(step.conclusion().of())),
                        asked.stream())
                .flatMap(step -> trail.reasons(step).stream())
                .distinct()
                .toList();
        return new Decision(ids, asked.map(step -> step.conclusion().of()), because);
    }

    private static List<Step> ranked(Trail trail, Class<? extends Conclusion> kind) {
        return trail.of(kind).stream().sorted(MOST_SPECIFIC_FIRST).toList();
    }

    private static boolean fitsAsWell(Step step, Step best) {
        return step.matched().size() == best.matched().size() && step.confidence() == best.confidence();
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Conclusion.Tell;
import scapula.domain.Conclusion.Warn;
import scapula.domain.Decision;
import scapula.domain.Reason;

/**
 * Chooses among what the rules propose, by a total order, so that firing order never matters.
 *
 * <p>Warnings come first. Of the answers the most specific is told: the one whose rule matched the most, and on the
 * surer reading. Two that fit equally well are both told. Of the questions the most specific is put.
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

    private static boolean fitsAsWell(Step step, Step best) {
        return step.matched().size() == best.matched().size() && step.confidence() == best.confidence();
    }

    static Decision of(Trail trail) {
        List<Step> answers =
                trail.of(Tell.class).stream().sorted(MOST_SPECIFIC_FIRST).toList();
        List<Step> told = Stream.concat(
                        trail.of(Warn.class).stream().sorted(MOST_SPECIFIC_FIRST),
                        answers.stream().filter(step -> fitsAsWell(step, answers.get(0))))
                .toList();
        List<String> ids = told.stream()
                .map(step -> step.conclusion().of())
                .distinct()
                .limit(MOST_ANSWERS)
                .toList();
        Optional<Step> asked = trail.of(Ask.class).stream().min(MOST_SPECIFIC_FIRST);
        List<Reason> because = new ArrayList<>();
        Stream.concat(
                        told.stream()
                                .filter(step -> ids.contains(step.conclusion().of())),
                        asked.stream())
                .forEach(step -> because.addAll(trail.reasons(step)));
        return new Decision(
                ids,
                asked.map(step -> step.conclusion().of()),
                because.stream().distinct().toList());
    }
}

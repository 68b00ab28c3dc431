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
import scapula.domain.Question;
import scapula.domain.Reason;

/**
 * Chooses among what the rules propose, by a total order, so that firing order never matters.
 *
 * <p>Warnings come first, and nothing is asked after one. To each question of the message the most specific answer is
 * told: the one whose rule matched the most, and on the surer reading; two that fit equally well are both told. Only
 * where there is no answer is there a remark, and none where a danger has to be made sure of. Of the questions the one
 * that makes sure of a danger is put, else the most specific.
 */
final class Weighing {

    private static final int MOST_ANSWERS = 2;

    private static final Comparator<Step> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Step step) -> step.matched().size())
            .thenComparingDouble(Step::confidence)
            .reversed()
            .thenComparing(step -> step.conclusion().of())
            .thenComparing(step -> step.rule().getName());

    private static final Comparator<Step> DOUBTS_FIRST = Comparator.comparing(
                    (Step step) -> step.doubt().isEmpty())
            .thenComparing(MOST_SPECIFIC_FIRST)
            .thenComparing(step -> id(step));

    private Weighing() {}

    static Decision of(Trail trail) {
        List<Step> warnings = ranked(trail, Warn.class);
        Optional<Step> asked = warnings.isEmpty() ? trail.of(Ask.class).stream().min(DOUBTS_FIRST) : Optional.empty();
        List<Step> told = new ArrayList<>(warnings);
        told.addAll(answers(ranked(trail, Tell.class)));
        if (told.isEmpty() && asked.flatMap(Step::doubt).isEmpty()) {
            ranked(trail, Remark.class).stream().limit(1).forEach(told::add);
        }
        return decision(trail, told, asked);
    }

    /** The best answers to the first question that has one, then to the next. */
    private static List<Step> answers(List<Step> ranked) {
        List<Step> answers = new ArrayList<>();
        List<Integer> questions =
                ranked.stream().map(Step::question).sorted().distinct().toList();
        for (int question : questions) {
            List<Step> rivals =
                    ranked.stream().filter(step -> step.question() == question).toList();
            rivals.stream().filter(step -> fitsAsWell(step, rivals.get(0))).forEach(answers::add);
        }
        return answers;
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
        return new Decision(ids, asked.map(Weighing::id), because);
    }

    /** A question that makes sure of a danger is named after it. */
    private static String id(Step asked) {
        return asked.doubt()
                .map(doubt -> Question.MAKES_SURE + doubt.token())
                .orElse(asked.conclusion().of());
    }

    private static List<Step> ranked(Trail trail, Class<? extends Conclusion> kind) {
        return trail.of(kind).stream().sorted(MOST_SPECIFIC_FIRST).toList();
    }

    private static boolean fitsAsWell(Step step, Step best) {
        return step.matched().size() == best.matched().size() && step.confidence() == best.confidence();
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Conclusion.Remark;
import scapula.domain.Conclusion.Tell;
import scapula.domain.Question;

/**
 * Chooses among the answers, remarks and offers that rules propose to one message, by a total order, so that firing order
 * never matters.
 *
 * <p>To each question of the message the most specific answer is told: the one whose rule matched the most, and on the
 * surer reading; two that fit equally well are both told. Only where there is no answer is there a remark. Of the
 * questions the one that makes sure of a danger is put, else the most specific.
 *
 * @param answers the steps to the answers, in the order in which they are told
 * @param remark the step to the words for a message without an answer
 * @param offer the step to a question that does not belong to the check
 */
record Weighing(List<Step> answers, Optional<Step> remark, Optional<Step> offer) {

    private static final int MOST_ANSWERS = 2;

    static final Comparator<Step> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (Step step) -> step.matched().size())
            .thenComparingDouble(Step::confidence)
            .reversed()
            .thenComparing(step -> step.conclusion().of())
            .thenComparing(Trail.BY_RULE);

    private static final Comparator<Step> DOUBTS_FIRST = Comparator.comparing(
                    (Step step) -> step.doubt().isEmpty())
            .thenComparing(MOST_SPECIFIC_FIRST)
            .thenComparing(Weighing::questionOf);

    static Weighing of(Trail trail) {
        List<Step> told = answers(ranked(trail, Tell.class));
        List<String> ids = told.stream()
                .map(step -> step.conclusion().of())
                .distinct()
                .limit(MOST_ANSWERS)
                .toList();
        return new Weighing(
                told.stream()
                        .filter(step -> ids.contains(step.conclusion().of()))
                        .toList(),
                ranked(trail, Remark.class).stream().findFirst(),
                trail.of(Ask.class).stream().min(DOUBTS_FIRST));
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

    /** What is said: the answers; or a remark, where there is no answer. */
    List<Step> told() {
        return answers.isEmpty() ? remarked() : answers;
    }

    /** What is said while answers are held back. */
    List<Step> remarked() {
        return answers.isEmpty() ? remark.stream().toList() : List.of();
    }

    /** The question that makes sure of a danger. */
    Optional<String> doubted() {
        return offer.filter(step -> step.doubt().isPresent()).map(Weighing::questionOf);
    }

    /** The question that is put where nothing more important is to be asked. */
    Optional<String> offered() {
        return offer.filter(step -> step.doubt().isEmpty()).map(Weighing::questionOf);
    }

    /** A question that makes sure of a danger is named after it. */
    static String questionOf(Step asked) {
        return asked.doubt()
                .map(doubt -> Question.MAKES_SURE + doubt.token())
                .orElse(asked.conclusion().of());
    }

    /** Every step that drew a conclusion of this kind, the most specific first. */
    static List<Step> ranked(Trail trail, Class<? extends Conclusion> kind) {
        return trail.of(kind).stream().sorted(MOST_SPECIFIC_FIRST).toList();
    }

    private static boolean fitsAsWell(Step step, Step best) {
        return step.matched().size() == best.matched().size() && step.confidence() == best.confidence();
    }
}

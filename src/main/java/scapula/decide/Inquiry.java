package scapula.decide;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.decide.Trail.Step;
import scapula.domain.Case;
import scapula.domain.Chosen;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Quote;

/**
 * Chooses the one next question: what a danger has to be asked about comes first, then which of several ticked things it
 * was, then the check's own questions in the order that fits how the person arrived. A question is put only where an
 * answer could still change the level (clinical reference, 5.3 and 5.4).
 */
final class Inquiry {

    /** Once so many are put, the check asks no more; only what a danger brings up may still come. */
    private static final int MOST = 7;

    private final Assessor assessor;
    private final Map<String, Question> questions;
    private final Map<String, List<String>> orders;

    /** The tokens that "none of these" denies, by question. */
    private final Map<String, Set<String>> listed;

    /** @param orders the questions in order, by the sign that tells how the person arrived; the last is the usual order */
    Inquiry(Assessor assessor, Map<String, Question> questions, Map<String, List<String>> orders) {
        this.assessor = assessor;
        this.questions = questions;
        this.orders = orders;
        this.listed = questions.values().stream().collect(Collectors.toMap(Question::id, Question::listed));
    }

    /**
     * The next question, if any answer could still change the level.
     *
     * @param doubted a question that makes sure of a danger which the words came near to
     */
    Optional<String> next(Case known, Assessment weighed, Optional<String> doubted) {
        Assessment certain = certain(known, weighed);
        Level level = certain.verdict().level().orHigher(known.reached());
        if (level == Level.EMERGENCY) {
            return Optional.empty();
        }
        return danger(known, certain.verdict(), level)
                .or(() -> doubted.filter(id -> !known.isGivenUp(id)))
                .or(() -> whichOf(known, certain, weighed))
                .or(() -> weighed.verdict().level() == Level.EMERGENCY
                        ? Optional.empty()
                        : danger(known, weighed.verdict(), level).or(() -> ofCheck(known, weighed)));
    }

    /** What follows for sure, as long as it is not known which of several ticked things is meant. */
    Assessment certain(Case known, Assessment weighed) {
        Set<String> open = unsettled(known)
                .flatMap(id -> questions.get(id).tokens().stream())
                .collect(Collectors.toSet());
        return open.isEmpty() ? weighed : assessor.weigh(known.without(open));
    }

    /** How many questions may follow the one that is put now; an answer may bring any that is not settled yet. */
    int remaining(Case known) {
        int left = MOST - counted(known) - 1;
        int open = (int) orders.values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .filter(id -> isUnsettled(known, id))
                        .count()
                - 1;
        return Math.max(0, Math.min(left, open));
    }

    /** Questions whose answers are not known, by which home care was not possible. */
    List<String> missing(Case known) {
        return usualOrder().stream()
                .filter(id -> !questions.get(id).topic().isEmpty() && !isKnown(known, questions.get(id)))
                .toList();
    }

    private static Optional<String> danger(Case known, Verdict verdict, Level level) {
        return verdict.asks().stream()
                .filter(step -> reveals(step).isAbove(level))
                .filter(step -> !known.isAnswered(step.conclusion().of())
                        && !known.isGivenUp(step.conclusion().of()))
                .filter(step -> Question.isOfDanger(step.conclusion().of()))
                .min(Comparator.comparing(Inquiry::reveals)
                        .reversed()
                        .thenComparing(step -> step.conclusion().of()))
                .map(step -> step.conclusion().of());
    }

    private static Level reveals(Step step) {
        return Verdict.named(((Ask) step.conclusion()).reveals());
    }

    /** Something of a list was ticked, and the level depends on which it is. */
    private Optional<String> whichOf(Case known, Assessment certain, Assessment weighed) {
        if (weighed.sameOutcomeAs(certain)) {
            return Optional.empty();
        }
        return unsettled(known).findFirst();
    }

    /** The questions that ask which of several ticked things is meant, where the level depends on it. */
    private Stream<String> unsettled(Case known) {
        return known.chosen().stream()
                .filter(answer -> assessor.isOpen(known, answer))
                .map(answer -> answer.question() + "." + answer.option())
                .distinct()
                .filter(id -> questions.containsKey(id) && !known.isAnswered(id) && !known.isGivenUp(id))
                .filter(id -> dependsOnWhich(known, questions.get(id)));
    }

    /** Looked at by itself, so that two open answers do not hide each other. */
    private boolean dependsOnWhich(Case known, Question which) {
        Case none = known.without(assessor.openTokens(known)).without(which.tokens());
        List<Assessment> each = which.tokens().stream()
                .sorted()
                .map(token -> assessor.weigh(none.with(List.of(present(token)))))
                .toList();
        return each.stream().anyMatch(one -> !one.sameOutcomeAs(each.get(0)));
    }

    private Optional<String> ofCheck(Case known, Assessment weighed) {
        Level level = weighed.verdict().level();
        boolean settled = level == Level.SELF_CARE || known.isRefused() || counted(known) >= MOST;
        if (settled) {
            return Optional.empty();
        }
        return order(weighed).stream()
                .filter(id -> isOpen(known, weighed, id) && couldChange(known, weighed, questions.get(id)))
                .findFirst();
    }

    /** Whether rules want it asked, and it is neither known nor given up. */
    private boolean isOpen(Case known, Assessment weighed, String id) {
        return weighed.verdict().asks().stream()
                        .anyMatch(step -> step.conclusion().of().equals(id))
                && isUnsettled(known, id);
    }

    private boolean isUnsettled(Case known, String id) {
        return !known.isAnswered(id) && !known.isGivenUp(id) && !isKnown(known, questions.get(id));
    }

    private boolean isKnown(Case known, Question question) {
        if (question.fills().isEmpty()) {
            Set<String> denied = listed.get(question.id());
            return !denied.isEmpty()
                    && denied.stream()
                            .allMatch(token -> known.findings().stream()
                                    .anyMatch(finding -> finding.token().equals(token)));
        }
        Set<String> told = new HashSet<>();
        known.findings().stream()
                .filter(finding -> !(finding instanceof Absent))
                .forEach(finding -> {
                    told.add(finding.slot());
                    told.add(finding.token());
                });
        return question.fills().stream()
                .allMatch(fill -> Stream.of(fill.split("\\|")).anyMatch(told::contains));
    }

    private boolean couldChange(Case known, Assessment weighed, Question question) {
        return question.tokens().isEmpty()
                || question.options().stream()
                        .anyMatch(option -> assessor.weigh(answered(known, question, option))
                                .couldReveal()
                                .isAbove(weighed.verdict().level()));
    }

    /** The case as it would be once this option was picked. */
    private static Case answered(Case known, Question question, Option option) {
        return known.with(option.tokens().stream().map(Inquiry::present).toList())
                .answering(new Chosen(question.id(), option.id()));
    }

    private static Finding present(String token) {
        return new Present(token, Quote.tapped(0));
    }

    private int counted(Case known) {
        return (int) known.put().stream()
                .filter(id -> usualOrder().contains(id) || Question.isOfDanger(id))
                .count();
    }

    private List<String> order(Assessment weighed) {
        return orders.entrySet().stream()
                .filter(entry -> weighed.trail().hasSign(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(this::usualOrder);
    }

    List<String> usualOrder() {
        return orders.values().stream().reduce((first, last) -> last).orElse(List.of());
    }
}

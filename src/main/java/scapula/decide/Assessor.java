package scapula.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Case;
import scapula.domain.Chosen;
import scapula.domain.Clear;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Question.Option;

/** Puts a case before the rules, as facts. */
final class Assessor {

    private final RuleBook rules;
    private final Map<String, Question> questions;
    private final Map<String, Set<String>> lists;
    private final Set<String> dangers;

    /** @param dangers tokens of which doubt counts as yes */
    Assessor(RuleBook rules, Map<String, Question> questions, Set<String> dangers) {
        this.rules = rules;
        this.questions = questions;
        this.lists = questions.values().stream()
                .filter(question -> !question.listed().isEmpty())
                .collect(Collectors.toMap(Question::id, Question::listed));
        this.dangers = dangers;
    }

    /** What follows from a case while there is more to ask. */
    Assessment weigh(Case known) {
        Trail trail = rules.weigh(facts(known));
        return new Assessment(known, trail, Verdict.of(trail, false));
    }

    /** The same, where the case of a person who has something that any rule gives a level for is one of a person unwell. */
    Assessment understand(Case told) {
        Assessment assessed = weigh(told);
        boolean isUnwell = !told.situation().complains() && assessed.couldReveal() != Level.NOT_CHECKED;
        return isUnwell ? weigh(told.complaining()) : assessed;
    }

    /** What the rules are applied to. */
    List<Object> facts(Case known) {
        Set<String> open = openTokens(known);
        List<Object> facts = new ArrayList<>();
        facts.add(known.situation());
        known.findings().forEach(finding -> facts.add(weighed(finding, known, open)));
        facts.addAll(known.chosen());
        known.missed().keySet().stream()
                .filter(question ->
                        Question.isOfDanger(question) && known.isGivenUp(question) && !known.isAnswered(question))
                .forEach(question -> facts.add(new Chosen(question, Question.UNSURE)));
        facts.addAll(cleared(known));
        return facts;
    }

    /** A danger that the person cannot rule out counts, and so does what is one of several ticked things. */
    private Finding weighed(Finding finding, Case known, Set<String> open) {
        boolean cannotTell = dangers.contains(finding.token())
                && (finding.quote().isTyped() || known.isAnswered(Question.MAKES_SURE + finding.token()));
        boolean counts = finding instanceof Unsure && (cannotTell || open.contains(finding.token()));
        return counts ? new Present(finding.token(), finding.quote()) : finding;
    }

    private List<Clear> cleared(Case known) {
        Set<String> absent = known.findings().stream()
                .filter(Absent.class::isInstance)
                .map(Finding::token)
                .collect(Collectors.toSet());
        return lists.entrySet().stream()
                .filter(list -> absent.containsAll(list.getValue()))
                .map(list -> new Clear(list.getKey()))
                .toList();
    }

    /** Tokens of ticked options of which it is not known which one is meant. */
    Set<String> openTokens(Case known) {
        Set<String> open = new LinkedHashSet<>();
        known.chosen().stream()
                .filter(answer -> isOpen(known, answer))
                .forEach(answer -> open.addAll(option(answer).setsAny()));
        return open;
    }

    /** Whether an answer says that one of several things is so, and it is not known which. */
    boolean isOpen(Case known, Chosen answer) {
        List<String> any = option(answer).setsAny();
        return any.size() > 1
                && questions.containsKey(answer.question() + "." + answer.option())
                && known.findings().stream()
                        .noneMatch(finding -> finding instanceof Present && any.contains(finding.token()));
    }

    private Option option(Chosen answer) {
        Question question = questions.get(answer.question());
        return (question == null ? List.<Option>of() : question.options())
                .stream()
                        .filter(option -> option.id().equals(answer.option()))
                        .findFirst()
                        .orElseGet(() -> new Option(
                                answer.option(), "", "", "", List.of(), "", List.of(), List.of(), List.of()));
    }
}

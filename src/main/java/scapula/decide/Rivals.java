package scapula.decide;

import java.util.List;
import java.util.stream.Stream;
import scapula.decide.Trail.Step;
import scapula.domain.Case;
import scapula.domain.Conclusion.Tell;
import scapula.domain.Conversation;
import scapula.domain.Level;
import scapula.domain.Meaning;
import scapula.domain.NextBest;
import scapula.domain.Turn;
import scapula.domain.WhyNot;
import scapula.domain.WrittenRule;

/** Finds which rules came nearest to another outcome: to a higher level, and to another answer. */
final class Rivals {

    /** The most rules that are told, of each kind. */
    private static final int MOST = 3;

    private final RuleBook rules;
    private final Assessor assessor;
    private final Explainer explainer;
    private final List<WrittenRule> written;

    Rivals(RuleBook rules, Assessor assessor, Explainer explainer, List<WrittenRule> written) {
        this.rules = rules;
        this.assessor = assessor;
        this.explainer = explainer;
        this.written = written;
    }

    /** Those of the last message. */
    NextBest of(Conversation conversation) {
        Turn turn = conversation.lastTurn();
        Conversation before = conversation.upTo(conversation.turns().size() - 1);
        Case known = assessor.understand(before.with(turn.meaning(), turn.returned()))
                .known();
        return new NextBest(
                higher(known, conversation.level()),
                answers(known, before, turn.meaning(), turn.decision().told()));
    }

    private List<WhyNot> higher(Case known, Level level) {
        Stream<WrittenRule> raising = written.stream()
                .filter(rule -> rule.verb().equals("Advise")
                        && Verdict.named(rule.says().get(0)).isAbove(level));
        return explainer.nearest(known, raising, MOST);
    }

    /** First the rules that spoke and were outweighed, then those that lack the least. */
    private List<WhyNot> answers(Case known, Conversation before, Meaning meaning, List<String> told) {
        List<Object> facts = Counsel.heard(before, meaning, known, assessor.weigh(known));
        Trail trail = rules.weigh(facts);
        List<WhyNot> others = written.stream()
                .filter(rule ->
                        rule.verb().equals("Tell") && !told.contains(rule.says().get(0)))
                .map(rule -> Explainer.told(rule, facts, trail))
                .toList();
        Stream<WhyNot> outweighed = Weighing.ranked(trail, Tell.class).stream()
                .map(Step::rule)
                .flatMap(rule -> others.stream().filter(other -> other.rule().equals(rule.name())));
        Stream<WhyNot> silent = others.stream()
                .filter(other -> !other.fired() && other.isNear())
                .sorted(WhyNot.NEAREST_FIRST);
        return Stream.concat(outweighed, silent).distinct().limit(MOST).toList();
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import scapula.decide.Trail.Step;
import scapula.domain.Case;
import scapula.domain.Conclusion.Advise;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Decision.Asked;
import scapula.domain.Decision.Manner;
import scapula.domain.Decision.Triage;
import scapula.domain.Intent;
import scapula.domain.Level;
import scapula.domain.Meaning;
import scapula.domain.NextBest;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Reason;
import scapula.domain.Situation;
import scapula.domain.WhyNot;
import scapula.domain.WrittenRule;

/**
 * Decides a turn: how soon help is needed, what to tell, and what to ask next. The rules are applied to all that is known
 * of the person, and once more to what the message alone asks, so that an answer does not hang on what was said long
 * before.
 */
public final class Counsel {

    /** The sign of a case that the check is made for. */
    private static final String TO_CHECK = "to-check";

    private final RuleBook rules;
    private final Map<String, Question> questions;
    private final Assessor assessor;
    private final Inquiry inquiry;
    private final Prospects prospects;
    private final Explainer explainer;
    private final Kinship kinship;
    private final Rivals rivals;

    /**
     * Decides by these rules.
     *
     * @param written the rules as they are written
     * @param orders the questions of the check in order, by the sign that tells how the person arrived; the last is the
     *     usual order
     * @param dangers tokens of which doubt counts as yes
     */
    public Counsel(
            RuleBook rules,
            List<WrittenRule> written,
            Map<String, Question> questions,
            Map<String, List<String>> orders,
            Set<String> dangers) {
        this.rules = rules;
        this.questions = questions;
        this.assessor = new Assessor(rules, questions, dangers);
        this.inquiry = new Inquiry(assessor, questions, orders);
        this.explainer = new Explainer(assessor, written);
        this.prospects = new Prospects(assessor, inquiry, questions);
        this.kinship = Kinship.of(written);
        this.rivals = new Rivals(rules, assessor, explainer, written);
    }

    /**
     * What to say to a message that means this.
     *
     * @param returned whether the person comes back after a while
     */
    public Decision decide(Conversation before, Meaning meaning, boolean returned) {
        Assessment first = assessor.understand(before.with(meaning, returned));
        Case told = first.known();
        Trail heard = rules.weigh(heard(before, meaning, told, first));
        Weighing weighing = Weighing.of(heard);
        Optional<String> missed = missed(before, meaning, weighing);
        Case known = missed.map(told::missing).orElse(told);
        Assessment assessed = missed.isPresent() ? assessor.weigh(known) : first;
        Optional<String> next = inquiry.next(known, assessed, weighing.doubted());
        boolean ended = isChecked(assessed) && next.isEmpty();
        Assessment settled = next.isPresent() ? inquiry.certain(known, assessed) : assessed;
        Verdict verdict = Verdict.of(settled.trail(), ended && !known.isRefused());
        Level level = verdict.level().orHigher(known.reached());
        boolean isResult = level == Level.EMERGENCY || (ended && isNews(before, meaning, level));
        List<Step> spoken = level == Level.EMERGENCY
                ? before.level() == Level.EMERGENCY ? weighing.remarked() : List.of()
                : speaksOfCrisis(meaning, settled.trail()) ? List.of() : weighing.told();
        Optional<Asked> asked = next.or(
                        () -> level == Level.EMERGENCY || isResult ? Optional.empty() : weighing.offered())
                .map(id ->
                        new Asked(id, manner(id, missed, meaning), why(id, settled, heard), inquiry.remaining(known)));
        List<String> said =
                spoken.stream().map(step -> step.conclusion().of()).distinct().toList();
        return new Decision(
                triage(known, verdict, level, isResult),
                said,
                next.isPresent() || isResult ? List.of() : kinship.near(said, meaning.findings(), before),
                asked,
                because(settled, verdict, heard, spoken, asked),
                isResult ? prospects.of(known, level) : List.of(),
                missed);
    }

    /** Why a rule does not speak in a conversation; empty where there is no rule of that name. */
    public Optional<WhyNot> whyNot(Conversation conversation, String rule) {
        return explainer.explain(conversation.known(), rule);
    }

    /** What the last message of a conversation nearly led to. */
    public NextBest nextBest(Conversation conversation) {
        return rivals.of(conversation);
    }

    private Triage triage(Case known, Verdict verdict, Level level, boolean isResult) {
        boolean isOpen = isResult && level == Level.SOON_TWO_WEEKS;
        return new Triage(
                level, verdict.crisis(), flags(verdict), isResult, isOpen ? inquiry.missing(known) : List.of());
    }

    /** Whether the message itself says what a crisis line is for: no answer about backs is due to that. */
    private static boolean speaksOfCrisis(Meaning meaning, Trail trail) {
        return trail.of(Advise.class).stream()
                .filter(step -> step.conclusion().of().equals(Advise.CRISIS))
                .flatMap(step -> step.matched().stream())
                .anyMatch(fact ->
                        meaning.findings().contains(fact) || meaning.chosen().contains(fact));
    }

    private static String change(Level before, Level now) {
        return now.isAbove(before) ? "higher" : before.isAbove(now) ? "lower" : "same";
    }

    private static boolean isChecked(Assessment assessed) {
        return assessed.trail().hasSign(TO_CHECK);
    }

    /** What the rules weigh to answer the message. */
    static List<Object> heard(Conversation before, Meaning meaning, Case told, Assessment assessed) {
        List<Object> facts = new ArrayList<>();
        facts.add(new Situation(
                isChecked(assessed),
                told.situation().aboutOther(),
                before.turns().isEmpty()
                        ? "first"
                        : change(before.level(), assessed.verdict().level())));
        facts.addAll(meaning.intents());
        facts.addAll(meaning.chosen());
        facts.addAll(told.doubts());
        facts.addAll(before.findingsFor(meaning));
        return facts;
    }

    /** The pending question, where the message neither answers it nor asks something else. */
    private Optional<String> missed(Conversation before, Meaning meaning, Weighing weighing) {
        return before.pending()
                .filter(question -> question.kind() != Kind.SUGGESTIONS)
                .map(Question::id)
                .filter(id -> !meaning.answers(id) && weighing.answers().isEmpty());
    }

    /** A bare no to a list is no denial of each item, and a bare yes does not tell which. */
    private Manner manner(String id, Optional<String> missed, Meaning meaning) {
        if (missed.filter(id::equals).isEmpty()) {
            return Manner.FIRST;
        }
        boolean isList = questions.containsKey(id) && questions.get(id).kind() == Kind.MANY;
        if (isList && meaning.wants(Intent.NO)) {
            return Manner.MAKING_SURE_OF_NO;
        }
        if (isList && meaning.wants(Intent.YES)) {
            return Manner.WHICH_OF_THEM;
        }
        return meaning.findings().isEmpty() ? Manner.AGAIN : Manner.STILL;
    }

    /** Whether the level has not been told before, or the message changes what it rests on. */
    private static boolean isNews(Conversation before, Meaning meaning, Level level) {
        boolean told = before.turns().stream()
                .anyMatch(turn -> turn.decision().triage().isResult()
                        && turn.decision().triage().level() == level);
        boolean asked = before.pending()
                .filter(question -> question.kind() != Kind.SUGGESTIONS)
                .isPresent();
        return !told || asked || !meaning.takenBack().isEmpty();
    }

    private static List<String> flags(Verdict verdict) {
        return verdict.because().stream()
                .map(Step::conclusion)
                .filter(Advise.class::isInstance)
                .map(advise -> ((Advise) advise).flag())
                .distinct()
                .toList();
    }

    private List<Reason> because(
            Assessment assessed, Verdict verdict, Trail heard, List<Step> spoken, Optional<Asked> asked) {
        Trail known = assessed.trail();
        Set<Reason> reasons = new LinkedHashSet<>();
        verdict.because().forEach(step -> reasons.addAll(known.reasons(step)));
        asked.ifPresent(question -> Stream.concat(
                        verdict.asks().stream().flatMap(step -> ofQuestion(known, step, question)),
                        heard.of(Ask.class).stream().flatMap(step -> ofQuestion(heard, step, question)))
                .forEach(reasons::add));
        spoken.forEach(step -> reasons.addAll(heard.reasons(step)));
        return merged(reasons);
    }

    /** The rule that asks a question. */
    private static Optional<String> why(String id, Assessment assessed, Trail heard) {
        return Stream.concat(assessed.verdict().asks().stream(), heard.of(Ask.class).stream())
                .filter(step -> Weighing.questionOf(step).equals(id))
                .map(step -> step.rule().name())
                .findFirst();
    }

    /** Each rule once, with all that it matched. */
    private static List<Reason> merged(Set<Reason> reasons) {
        Map<String, Reason> byRule = new LinkedHashMap<>();
        reasons.forEach(reason -> byRule.merge(reason.rule(), reason, Reason::and));
        return List.copyOf(byRule.values());
    }

    private static Stream<Reason> ofQuestion(Trail trail, Step step, Asked question) {
        return Weighing.questionOf(step).equals(question.id()) ? trail.reasons(step).stream() : Stream.empty();
    }
}

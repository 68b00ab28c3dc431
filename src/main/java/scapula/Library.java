package scapula;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import scapula.domain.Answer;
import scapula.domain.Made;
import scapula.domain.PlainRule;
import scapula.domain.PlainRule.Clause;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Source;
import scapula.domain.Thing;
import scapula.domain.Token;

/** All content in words, for other programs. */
record Library(
        Made version,
        List<AnswerOut> answers,
        List<QuestionOut> questions,
        List<RuleOut> rules,
        Collection<Source> sources,
        List<TokenOut> vocabulary) {

    record AnswerOut(
            String id, String title, String safety, String body, String more, List<String> sources, String reviewed) {}

    record QuestionOut(String id, String text, String kind, List<OptionOut> options) {}

    record OptionOut(String id, String label, List<String> sets) {}

    /** @param place file and line */
    record RuleOut(
            String rule,
            List<When> when,
            String concludes,
            String level,
            List<String> notes,
            List<String> sources,
            String place) {}

    /** @param unless whether none of it may be so */
    record When(boolean unless, String lead, List<String> anyOf) {}

    record TokenOut(String token, String label, boolean danger, List<String> words) {}

    static Library of(Assembly assembly) {
        return new Library(
                assembly.edition().made(),
                assembly.content().answers().values().stream()
                        .map(Library::answer)
                        .toList(),
                assembly.content().questions().values().stream()
                        .map(Library::question)
                        .toList(),
                assembly.edition().guide().get().rules().stream()
                        .map(Library::rule)
                        .toList(),
                assembly.content().sources().values(),
                assembly.content().wordings().tokens().stream()
                        .map(Library::token)
                        .toList());
    }

    private static AnswerOut answer(Answer answer) {
        return new AnswerOut(
                answer.id(),
                answer.title(),
                answer.safety(),
                answer.body(),
                answer.more(),
                answer.sources(),
                String.valueOf(answer.reviewed()));
    }

    private static QuestionOut question(Question question) {
        return new QuestionOut(
                question.id(),
                question.text(),
                question.kind().name().toLowerCase(Locale.ROOT),
                question.options().stream().map(Library::option).toList());
    }

    private static OptionOut option(Option option) {
        return new OptionOut(option.id(), option.label(), option.tokens());
    }

    private static RuleOut rule(PlainRule rule) {
        return new RuleOut(
                rule.name(),
                rule.clauses().stream().map(Library::when).toList(),
                rule.concludes().kind().name().toLowerCase(Locale.ROOT) + ": "
                        + rule.concludes().label(),
                rule.level(),
                rule.notes(),
                rule.sources(),
                rule.place());
    }

    private static When when(Clause clause) {
        return new When(
                clause.unless(),
                clause.lead(),
                clause.things().stream().map(Thing::label).toList());
    }

    private static TokenOut token(Token token) {
        return new TokenOut(token.id(), token.label(), token.danger(), token.words());
    }
}

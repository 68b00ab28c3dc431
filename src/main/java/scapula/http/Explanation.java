package scapula.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import scapula.domain.Conversation;
import scapula.domain.Decision.Asked;
import scapula.domain.Meaning;
import scapula.domain.NextBest;
import scapula.domain.WhyNot;
import scapula.domain.WrittenRule;
import scapula.http.ChatReply.Because;
import scapula.http.ChatReply.QuestionOut;
import scapula.http.ChatReply.SourceOut;
import scapula.http.WhyNotReply.Need;

/**
 * How a reply came about, for those who edit the content. Of the same message it is always the same.
 *
 * @param unwell whether somebody is taken to be in pain or unwell
 * @param doubts dangers that the words come near to and do not say
 * @param told ids of answers and remarks
 * @param rules those that led here: to the level, the question and what is told
 * @param higher the rules that came nearest to a higher level
 * @param otherAnswers the rules that came nearest to another answer; one that speaks was outweighed
 */
public record Explanation(
        ChatReply.Understood understood,
        boolean unwell,
        List<DoubtOut> doubts,
        ChatReply.Triage triage,
        List<String> told,
        QuestionAsked question,
        List<Fired> rules,
        List<Rival> higher,
        List<Rival> otherAnswers,
        ChatReply.Version version) {

    public record DoubtOut(String token, String label, double nearness) {}

    /**
     * The question that was put.
     *
     * @param why the rule that asks; null where it asks which of several ticked things is meant
     */
    public record QuestionAsked(String id, String text, String why, int remaining) {}

    /**
     * A rule that led here.
     *
     * @param concludes its verb and the names in its conclusion
     * @param place file and line
     */
    public record Fired(String rule, String concludes, String place, List<SourceOut> sources, List<String> facts) {}

    /**
     * A rule that came near.
     *
     * @param speaks whether it speaks, and still does not count
     * @param lacks its conditions that are not met
     * @param enough findings of which any one would make it speak
     */
    public record Rival(
            String rule, String concludes, String place, boolean speaks, List<String> lacks, List<Need> enough) {}

    /**
     * That of the last message of a conversation.
     *
     * @param rules as they are written
     */
    public static Explanation of(
            Conversation conversation, NextBest next, ChatReply.Names names, List<WrittenRule> rules) {
        ChatReply reply = ChatReply.of(conversation, names);
        Meaning meaning = conversation.lastTurn().meaning();
        Map<String, WrittenRule> written =
                rules.stream().collect(Collectors.toMap(WrittenRule::name, Function.identity()));
        return new Explanation(
                reply.understood(),
                meaning.complains(),
                meaning.doubts().stream()
                        .map(doubt -> new DoubtOut(
                                doubt.token(), names.label(doubt.token()), ChatReply.share(doubt.nearness())))
                        .toList(),
                reply.triage(),
                conversation.lastTurn().decision().told(),
                asked(
                        reply.question(),
                        conversation
                                .lastTurn()
                                .decision()
                                .asked()
                                .flatMap(Asked::why)
                                .orElse(null)),
                reply.because().stream().map(because -> fired(because, written)).toList(),
                next.higher().stream().map(rule -> rival(rule, names, written)).toList(),
                next.answers().stream().map(rule -> rival(rule, names, written)).toList(),
                reply.version());
    }

    private static QuestionAsked asked(QuestionOut question, String why) {
        return question == null ? null : new QuestionAsked(question.id(), question.text(), why, question.remaining());
    }

    private static Fired fired(Because because, Map<String, WrittenRule> written) {
        WrittenRule rule = written.get(because.rule());
        return new Fired(because.rule(), concludes(rule), place(rule), because.sources(), because.facts());
    }

    private static Rival rival(WhyNot near, ChatReply.Names names, Map<String, WrittenRule> written) {
        WrittenRule rule = written.get(near.rule());
        return new Rival(
                near.rule(),
                concludes(rule),
                place(rule),
                near.fired(),
                near.lacking(),
                WhyNotReply.of(near, names).needs());
    }

    private static String concludes(WrittenRule rule) {
        return rule.verb() + " " + String.join(" ", rule.says());
    }

    private static String place(WrittenRule rule) {
        return rule.file() + ":" + rule.line();
    }
}

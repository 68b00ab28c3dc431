package scapula.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Quote;
import scapula.domain.Turn;

/**
 * A conversation played again with another answer in place of an earlier one. What was told in the person's own words is
 * told again, always; the answer to a question only where that question is put again.
 *
 * @param conversation as it is with the other answer
 * @param dropped how many later answers no longer have their question
 */
public record Replay(Conversation conversation, int dropped) {

    /** @param turn the one whose message is another now, from 1 */
    static Replay of(Dialogue dialogue, Conversation before, int turn, Message other) {
        Turn changed = before.turns().get(turn - 1);
        Conversation start = before.upTo(turn - 1);
        Conversation now = start.after(dialogue.reply(start, changed.messageId(), changed.at(), other));
        List<Integer> left = new ArrayList<>();
        for (int later = turn + 1; later <= before.turns().size(); later++) {
            left.add(later);
        }
        for (Optional<Integer> next = next(before, left, now); next.isPresent(); next = next(before, left, now)) {
            left.remove(next.get());
            now = now.after(again(dialogue, now, before.turns().get(next.get() - 1)));
        }
        return new Replay(now, left.size());
    }

    private static Optional<Integer> next(Conversation before, List<Integer> left, Conversation now) {
        return left.stream().filter(turn -> fits(before, turn, now)).findFirst();
    }

    private static boolean fits(Conversation before, int number, Conversation now) {
        Turn turn = before.turns().get(number - 1);
        if (turn.isCorrection()) {
            String token = turn.meaning().findings().get(0).token();
            return now.findings().stream().anyMatch(finding -> finding.token().equals(token));
        }
        return answered(before, number)
                .map(question -> now.pending().map(Question::id).equals(Optional.of(question)) || tells(turn))
                .orElse(true);
    }

    /** The question that a turn answers; one that offers other questions is none. */
    private static Optional<String> answered(Conversation before, int number) {
        Turn turn = before.turns().get(number - 1);
        return before.upTo(number - 1)
                .pending()
                .filter(question -> question.kind() != Kind.SUGGESTIONS)
                .map(Question::id)
                .filter(id -> turn.meaning().answers(id));
    }

    /** Whether a typed answer holds findings that were read from its words. */
    private static boolean tells(Turn turn) {
        return turn.message().chosen().isEmpty()
                && turn.meaning().findings().stream().map(Finding::quote).anyMatch(Quote::isTyped);
    }

    private static Turn again(Dialogue dialogue, Conversation now, Turn turn) {
        if (turn.isCorrection()) {
            return dialogue.correct(
                    now, turn.messageId(), turn.at(), turn.meaning().findings().get(0));
        }
        return dialogue.reply(now, turn.messageId(), turn.at(), turn.message());
    }
}

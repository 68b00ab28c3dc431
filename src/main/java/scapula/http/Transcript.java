package scapula.http;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import scapula.domain.Conversation;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Turn;
import scapula.talk.Replay;

/** A whole conversation as it goes over the wire. */
public record Transcript(String conversationId, String region, List<TurnOut> turns, ChatReply.Understood understood) {

    /**
     * One exchange.
     *
     * @param said the words of the person, the labels of what they tapped, or both
     * @param corrected the finding that they put right by name, or null
     */
    public record TurnOut(int turn, String at, String said, List<String> chosen, String corrected, ChatReply reply) {}

    /** A conversation in which an earlier answer is another now, and what came of it. */
    public record Changed(What changed, Transcript conversation) {

        static Changed of(Level from, Replay replay, ChatReply.Names names) {
            Level to = replay.conversation().level();
            return new Changed(
                    new What(from.wire(), to.wire(), names.advice().changed(from, to), replay.dropped()),
                    Transcript.of(replay.conversation(), names));
        }
    }

    /**
     * What came of it.
     *
     * @param dropped how many later answers no longer have their question
     */
    public record What(String from, String to, String text, int dropped) {}

    public static Transcript of(Conversation conversation, ChatReply.Names names) {
        List<TurnOut> turns = IntStream.rangeClosed(1, conversation.turns().size())
                .mapToObj(turn -> turn(conversation.upTo(turn), names))
                .toList();
        return new Transcript(
                conversation.id(),
                conversation.region().id(),
                turns,
                turns.get(turns.size() - 1).reply().understood());
    }

    private static TurnOut turn(Conversation upTo, ChatReply.Names names) {
        Turn turn = upTo.lastTurn();
        int number = upTo.turns().size();
        return new TurnOut(
                number,
                turn.at().toString(),
                said(upTo.upTo(number - 1), turn),
                turn.message().chosen(),
                turn.isCorrection() ? turn.meaning().findings().get(0).token() : null,
                ChatReply.of(upTo, names));
    }

    private static String said(Conversation before, Turn turn) {
        List<String> chosen = turn.message().chosen();
        if (chosen.isEmpty()) {
            return turn.message().text();
        }
        List<Option> tapped = before.pending().map(Question::options).orElse(List.of()).stream()
                .filter(option -> chosen.contains(option.id()))
                .toList();
        String labels = joined(tapped, Option::label);
        String typed = turn.message().text();
        return typed.equals(joined(tapped, Option::message)) ? labels : labels + ". " + typed;
    }

    private static String joined(List<Option> options, Function<Option, String> words) {
        return options.stream().map(words).collect(Collectors.joining(", "));
    }
}

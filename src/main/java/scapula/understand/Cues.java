package scapula.understand;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.understand.Runs.Run;
import scapula.understand.Text.Sentence;

/** Where the small words of {@code models/context.yml} stand in a text, found once for all its findings. */
final class Cues {

    private final Map<Cue, BitSet> from = new EnumMap<>(Cue.class);
    private final Map<Cue, BitSet> on = new EnumMap<>(Cue.class);

    private Cues(Text text, Runs<Cue> phrases) {
        for (Cue cue : Cue.values()) {
            from.put(cue, new BitSet());
            on.put(cue, new BitSet());
        }
        List<Run<Cue>> runs = phrases.in(text.words());
        for (Run<Cue> run : runs) {
            if (!isPartOfOtherTime(run, runs)) {
                from.get(run.meaning()).set(run.first());
                on.get(run.meaning()).set(run.first(), run.last() + 1);
            }
        }
        on.get(Cue.DENIALS).andNot(on.get(Cue.NO_DENIALS));
        on.get(Cue.DENIALS).andNot(on.get(Cue.HEDGES));
        on.get(Cue.HYPOTHETICAL).andNot(on.get(Cue.CIRCUMSTANCES));
        on.get(Cue.ASKING).andNot(on.get(Cue.CIRCUMSTANCES));
    }

    /** The "since" of "not had it since" is not of now, and the "in my teens" of "still in my teens" not of the past. */
    private static boolean isPartOfOtherTime(Run<Cue> run, List<Run<Cue>> runs) {
        return (run.meaning() == Cue.PAST || run.meaning() == Cue.NOW)
                && runs.stream()
                        .filter(other -> other.meaning() == Cue.PAST || other.meaning() == Cue.NOW)
                        .anyMatch(other -> other.meaning() != run.meaning() && other.isAround(run));
    }

    /** Knows the cues of a language, and finds them in texts. */
    static final class Finder {

        private final Runs<Cue> phrases = new Runs<>();

        Finder(Context context, Cutting cutting) {
            for (Cue cue : Cue.values()) {
                boolean inflected = cue == Cue.PEOPLE || cue == Cue.LIMBS;
                for (String phrase : context.words(cue)) {
                    phrases.add(
                            inflected ? phrase : phrase.replaceAll("(^|\\s)(?=\\S+(\\s|$))(?!\\S*\\*)", "$1="),
                            List.of(cue),
                            cutting);
                }
            }
        }

        Cues in(Text text) {
            return new Cues(text, phrases);
        }
    }

    boolean is(int word, Cue cue) {
        return on.get(cue).get(word);
    }

    /** Whether a cue of this kind stands between two words of the text, both included. */
    boolean has(Cue cue, int first, int last) {
        int next = on.get(cue).nextSetBit(Math.max(0, first));
        return next >= 0 && next <= last;
    }

    /** The first word of the next cue of this kind, from a word on; -1 where there is none. */
    int next(Cue cue, int word) {
        return from.get(cue).nextSetBit(word);
    }

    /** How many words lie between a match and the nearest cue of this kind in its sentence, no contrast between. */
    int distance(Cue cue, Match match, Sentence sentence) {
        return distance(cue, match, sentence, word -> true);
    }

    /** The same, of those cues alone of which each word passes a test. */
    int distance(Cue cue, Match match, Sentence sentence, IntPredicate counts) {
        return on.get(cue).stream()
                .filter(sentence::holds)
                .filter(counts)
                .filter(word -> !has(Cue.CONTRASTS, Math.min(word, match.last()), Math.max(word, match.first())))
                .map(word -> word < match.first() ? match.first() - word : Math.max(0, word - match.last()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}

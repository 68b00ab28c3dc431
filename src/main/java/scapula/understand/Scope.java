package scapula.understand;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.domain.Pattern.Says;
import scapula.understand.Runs.Run;
import scapula.understand.Text.Sentence;

/**
 * What the words around a finding make of it: said, denied, left open, asked about, over, or somebody else's.
 *
 * <p>Cues work to the right, up to a contrast ("but") or the start of something new ("…, my legs"). A few work on the
 * whole sentence. The words are in {@code models/context.yml}.
 */
final class Scope {

    /** How a finding is spoken of. */
    enum Bearing {
        SAID,
        OPEN,
        DENIED,
        ASKED,
        OVER
    }

    /** Words that a denial reaches over; and fewer where no list is told. */
    private static final int DENIAL_REACHES = 16;

    private static final int DENIAL_REACHES_WITHOUT_LIST = 6;
    private static final int NEXT = 2;
    private static final int LIST_ENDS_WITHIN = 4;
    private static final int INNER_DENIAL_REACHES = 3;
    private static final int QUESTION_REACHES = 12;
    private static final int PAST_REACHES = 12;
    private static final int TAKEN_BACK_REACHES = 25;

    /** When and where something is: only a denial right before it means it. */
    private static final Set<String> CIRCUMSTANTIAL = Set.of("dur", "age", "loc", "side", "onset");

    private final Runs<Cue> phrases = new Runs<>();

    Scope(Context context) {
        for (Cue cue : Cue.values()) {
            boolean inflected = cue == Cue.PEOPLE || cue == Cue.LIMBS;
            for (String phrase : context.words(cue)) {
                phrases.add(inflected ? phrase : phrase.replaceAll("(^|\\s)(?=\\S+(\\s|$))(?!\\S*\\*)", "$1="), cue);
            }
        }
    }

    /** Finds the cues of a text, once for all its findings. */
    Reading of(Text text) {
        return new Reading(text);
    }

    /** The cues of one text. */
    final class Reading {

        private final Text text;
        private final Map<Cue, BitSet> from = new EnumMap<>(Cue.class);
        private final Map<Cue, BitSet> on = new EnumMap<>(Cue.class);

        private Reading(Text text) {
            this.text = text;
            for (Cue cue : Cue.values()) {
                from.put(cue, new BitSet());
                on.put(cue, new BitSet());
            }
            for (Run<Cue> run : phrases.in(text.words())) {
                from.get(run.meaning()).set(run.first());
                on.get(run.meaning()).set(run.first(), run.last() + 1);
            }
            on.get(Cue.DENIALS).andNot(on.get(Cue.NO_DENIALS));
            on.get(Cue.DENIALS).andNot(on.get(Cue.HEDGES));
            on.get(Cue.HYPOTHETICAL).andNot(on.get(Cue.CIRCUMSTANCES));
            on.get(Cue.ASKING).andNot(on.get(Cue.CIRCUMSTANCES));
        }

        boolean is(int word, Cue cue) {
            return on.get(cue).get(word);
        }

        /** Whether a cue of this kind stands between two words of the text, both included. */
        boolean has(Cue cue, int first, int last) {
            int next = on.get(cue).nextSetBit(Math.max(0, first));
            return next >= 0 && next <= last;
        }

        /** How a finding is spoken of; {@code lasting} ones, such as an illness, are never over. */
        Bearing bearing(Match match, boolean lasting) {
            Sentence sentence = text.sentenceOf(match.first());
            if (match.says() == Says.NO) {
                return holdsDenial(match) ? Bearing.OPEN : Bearing.DENIED;
            }
            if (is(match.last() + 1, Cue.ANSWERS_YES)) {
                return Bearing.SAID;
            }
            if (isAnsweredNo(match, sentence)
                    || isDenied(match, sentence)
                    || holdsDenial(match)
                    || isTakenBack(match)) {
                return Bearing.DENIED;
            }
            if (isHedged(match, sentence)) {
                return Bearing.OPEN;
            }
            if (isAsked(match, sentence)) {
                return Bearing.ASKED;
            }
            return !lasting && isOver(match, sentence) ? Bearing.OVER : Bearing.SAID;
        }

        /** "legs do not feel numb", and "my chest isn't fine": a denial right before one of the match's words. */
        private boolean holdsDenial(Match match) {
            return IntStream.range(match.first(), match.last())
                    .filter(word -> is(word, Cue.DENIALS) && !match.at().contains(word))
                    .anyMatch(
                            word -> match.at().stream().anyMatch(at -> at > word && at - word <= INNER_DENIAL_REACHES));
        }

        /** "fever: none" and "chest pain? no", but not "chest pain, no idea why". */
        private boolean isAnsweredNo(Match match, Sentence sentence) {
            int next = match.last() + 1;
            if (next >= text.words().size() || !is(next, Cue.ANSWERS_NO) || is(next, Cue.NO_DENIALS)) {
                return false;
            }
            boolean ends = next + 1 == text.words().size()
                    || text.words().get(next + 1).opens();
            return ends && (next <= sentence.last() || sentence.asks());
        }

        private boolean isTakenBack(Match match) {
            int next = from.get(Cue.TAKEN_BACK).nextSetBit(match.last());
            return next >= 0 && next - match.last() <= TAKEN_BACK_REACHES && !has(Cue.CONTRASTS, match.last(), next);
        }

        /** Walks left from the finding to a denial that reaches it. */
        private boolean isDenied(Match match, Sentence sentence) {
            if (match.at().stream().anyMatch(word -> is(word, Cue.CONTRASTS))) {
                return false;
            }
            int reach = CIRCUMSTANTIAL.contains(match.slot()) ? NEXT : DENIAL_REACHES;
            int furthest = Math.max(sentence.first(), match.first() - reach);
            for (int at = match.first() - 1; at >= furthest; at--) {
                if (startsNew(at + 1)) {
                    return false;
                }
                if (is(at, Cue.CONTRASTS)) {
                    return false;
                }
                if (is(at, Cue.DENIALS) && !match.at().contains(at)) {
                    return !isReply(at) && reaches(at, match.first());
                }
            }
            return false;
        }

        /** The "no" of "no, chest pain is what I have" answers somebody. */
        private boolean isReply(int at) {
            return text.words().get(at).text().equals("no")
                    && text.words().get(at + 1).opens();
        }

        /** "aches, no chest pain" is no ache of the chest: what is denied and what is not are two things. */
        boolean isSplit(Match match) {
            boolean denialBetween = IntStream.range(match.first() + 1, match.last())
                    .filter(word -> is(word, Cue.DENIALS) && !match.at().contains(word))
                    .anyMatch(word -> text.words().get(word).text().equals("no")
                            || text.words().get(word).opens()
                            || text.words().get(word - 1).text().equals("and"));
            return denialBetween
                    || (IntStream.rangeClosed(match.first() + 1, match.last()).anyMatch(this::startsNew)
                            && isDenied(match, text.sentenceOf(match.first())));
        }

        /** Whether something new begins here: after a comma or "and", with a word that begins statements. */
        private boolean startsNew(int word) {
            boolean joined = word > 0 && text.words().get(word - 1).text().equals("and");
            boolean apart = text.words().get(word).opens() || joined;
            return apart && is(word, Cue.RESTARTS) && !is(word, Cue.DENIALS) && !goesOn(word);
        }

        /** "no chest pain, sweating or arm pain": a list that ends with "or" is one list. */
        private boolean goesOn(int word) {
            return IntStream.rangeClosed(
                            word + 1,
                            Math.min(word + LIST_ENDS_WITHIN, text.words().size() - 1))
                    .takeWhile(at -> !text.words().get(at).opens())
                    .anyMatch(at ->
                            Set.of("or", "nor").contains(text.words().get(at).text()));
        }

        private boolean reaches(int denial, int finding) {
            int between = finding - denial - 1;
            if (has(Cue.NEW_SUBJECTS, denial + 1, finding - 1)) {
                return false;
            }
            for (int at = denial + 3; at < finding; at++) {
                boolean newSubject =
                        Set.of("i", "it").contains(text.words().get(at).text())
                                || (text.words().get(at).text().equals("my") && !is(at - 1, Cue.PLACING));
                if (newSubject) {
                    return false;
                }
            }
            boolean list = false;
            for (int at = denial + 1; at <= finding; at++) {
                list |= text.words().get(at).opens() || is(at, Cue.ALTERNATIVES);
            }
            return list || between <= DENIAL_REACHES_WITHOUT_LIST;
        }

        private boolean isHedged(Match match, Sentence sentence) {
            return has(
                    Cue.HEDGES,
                    Math.max(sentence.first(), match.first() - DENIAL_REACHES_WITHOUT_LIST),
                    match.first() - 1);
        }

        /** Asked, imagined or read about, and not felt. */
        private boolean isAsked(Match match, Sentence sentence) {
            if (has(Cue.ABOUT_SIGNS, sentence.first(), sentence.last())
                    && !has(Cue.MINE, sentence.first(), match.first())) {
                return true;
            }
            boolean mine = has(Cue.MINE, match.first(), match.last());
            int furthest = Math.max(sentence.first(), match.first() - QUESTION_REACHES);
            for (int at = match.first(); at >= furthest; at--) {
                if (is(at, Cue.HYPOTHETICAL) || (is(at, Cue.HEARSAY) && !mine)) {
                    return true;
                }
                mine |= is(at, Cue.MINE) && !isAskedBySelf(at);
                if (is(at, Cue.ASKING) && !match.at().contains(at) && !mine && opensQuestion(at, sentence)) {
                    return true;
                }
                if (at < match.first() && (startsNew(at + 1) || is(at, Cue.CONTRASTS))) {
                    return false;
                }
            }
            return sentence.asks()
                    && !has(Cue.MINE, sentence.first(), sentence.last())
                    && !has(Cue.OTHERS, sentence.first(), sentence.last())
                    && !has(Cue.PEOPLE, sentence.first(), sentence.last())
                    && !has(Cue.ASKING, match.last() + 1, sentence.last());
        }

        /** The "i" of "can i train": who asks, not what they have. */
        private boolean isAskedBySelf(int at) {
            return at > 0 && text.words().get(at).text().equals("i") && is(at - 1, Cue.ASKING);
        }

        /** A question word asks where it opens the sentence, or what follows a comma or "and". */
        private boolean opensQuestion(int at, Sentence sentence) {
            return at == sentence.first()
                    || text.words().get(at).opens()
                    || is(at - 1, Cue.ASKING)
                    || text.words().get(at - 1).text().equals("and");
        }

        /** What is over stands nearer to a word of the past than to one of now. */
        private boolean isOver(Match match, Sentence sentence) {
            int past = distance(Cue.PAST, match, sentence);
            return past <= PAST_REACHES && past < distance(Cue.NOW, match, sentence);
        }

        /** How many words lie between a match and the nearest cue in its sentence. */
        private int distance(Cue cue, Match match, Sentence sentence) {
            return on.get(cue).stream()
                    .filter(sentence::holds)
                    .map(word -> word < match.first() ? match.first() - word : Math.max(0, word - match.last()))
                    .min()
                    .orElse(Integer.MAX_VALUE);
        }
    }
}

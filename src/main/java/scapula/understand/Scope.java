package scapula.understand;

import java.util.List;
import java.util.stream.IntStream;
import scapula.domain.Context.Cue;
import scapula.domain.Pattern.Says;
import scapula.understand.Text.Sentence;

/** What the words around a finding make of it: said, denied, left open, asked about, or over. */
final class Scope {

    /** How a finding is spoken of. */
    enum Bearing {
        SAID,
        OPEN,
        DENIED,
        ASKED,
        OVER
    }

    private static final int HEDGE_REACHES = 6;
    private static final int QUESTION_REACHES = 12;
    private static final int PAST_REACHES = 12;

    private final Text text;
    private final Cues cues;
    private final Denial denial;

    /** @param matches all that was found in the text */
    Scope(Text text, Cues cues, List<Match> matches) {
        this.text = text;
        this.cues = cues;
        this.denial = new Denial(text, cues, matches);
    }

    Cues cues() {
        return cues;
    }

    /** How a finding is spoken of; {@code lasting} ones, such as an illness, are never over. */
    Bearing bearing(Match match, boolean lasting) {
        Sentence sentence = text.sentenceOf(match.first());
        if (match.says() == Says.NO) {
            return denial.isWithin(match) ? Bearing.OPEN : Bearing.DENIED;
        }
        if (isAnsweredYes(match.last() + 1)) {
            return Bearing.SAID;
        }
        if (denial.denies(match)) {
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

    /** Whether the match's words belong to two things, of which one is denied. */
    boolean isSplit(Match match) {
        return denial.isSplit(match);
    }

    /** "warfarin no, aspirin yes", but not "no fever, yes I can walk". */
    private boolean isAnsweredYes(int word) {
        boolean ends =
                word + 1 >= text.words().size() || text.words().get(word + 1).opens();
        return cues.is(word, Cue.ANSWERS_YES)
                && (ends || !text.words().get(word).opens());
    }

    private boolean isHedged(Match match, Sentence sentence) {
        return cues.has(Cue.HEDGES, Math.max(sentence.first(), match.first() - HEDGE_REACHES), match.first() - 1);
    }

    /** Asked, imagined or read about, and not felt. */
    private boolean isAsked(Match match, Sentence sentence) {
        if (cues.has(Cue.ABOUT_SIGNS, sentence.first(), sentence.last())
                && !cues.has(Cue.MINE, sentence.first(), match.first())) {
            return true;
        }
        boolean mine = cues.has(Cue.MINE, match.first(), match.last());
        int furthest = Math.max(sentence.first(), match.first() - QUESTION_REACHES);
        for (int at = match.first(); at >= furthest; at--) {
            boolean carries = match.at().contains(at);
            if (!carries && (cues.is(at, Cue.HYPOTHETICAL) || (cues.is(at, Cue.HEARSAY) && !mine))) {
                return true;
            }
            mine |= cues.is(at, Cue.MINE) && !isAskedBySelf(at);
            if (cues.is(at, Cue.ASKING) && !carries && !mine && opensQuestion(at, sentence)) {
                return true;
            }
            if (at < match.first() && (denial.startsNew(at + 1) || cues.is(at, Cue.CONTRASTS))) {
                return false;
            }
        }
        return sentence.asks()
                && !isFollowed(match, sentence)
                && !cues.has(Cue.MINE, sentence.first(), sentence.last())
                && !cues.has(Cue.OTHERS, sentence.first(), sentence.last())
                && !cues.has(Cue.PEOPLE, sentence.first(), sentence.last())
                && !cues.has(Cue.ASKING, match.last() + 1, sentence.last());
    }

    /** What stands before a comma is told; the question comes after it: "fainted in the shop, posture?". */
    private boolean isFollowed(Match match, Sentence sentence) {
        return IntStream.rangeClosed(match.last() + 1, sentence.last())
                .anyMatch(word -> text.words().get(word).opens());
    }

    /** The "i" of "can i train": who asks, not what they have. */
    private boolean isAskedBySelf(int at) {
        return at > 0 && text.words().get(at).text().equals("i") && cues.is(at - 1, Cue.ASKING);
    }

    /** A question word asks where it opens the sentence, or what follows a comma or "and". */
    private boolean opensQuestion(int at, Sentence sentence) {
        return at == sentence.first()
                || text.words().get(at).opens()
                || cues.is(at - 1, Cue.ASKING)
                || (text.words().get(at - 1).text().equals("and")
                        && (!cues.is(at, Cue.ASKING_OF) || cues.is(at + 1, Cue.SUBJECTS)));
    }

    /** What is over stands nearer to a word of the past than to one of now. */
    private boolean isOver(Match match, Sentence sentence) {
        int past = cues.distance(Cue.PAST, match, sentence, word -> reaches(word, match, sentence));
        return past <= PAST_REACHES && past < cues.distance(Cue.NOW, match, sentence);
    }

    /** "had an operation years ago, numb legs": a past that ends its clause says nothing of the next one. */
    private boolean reaches(int past, Match match, Sentence sentence) {
        if (past > match.first()) {
            return true;
        }
        int after = past + 1;
        while (cues.is(after, Cue.PAST)) {
            after++;
        }
        int before = past;
        while (before > sentence.first() && cues.is(before, Cue.PAST)) {
            before--;
        }
        boolean ends = after <= match.first() && text.words().get(after).opens();
        return !ends || before == sentence.first();
    }
}

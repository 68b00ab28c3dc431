package scapula.understand;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.Context.Cue;
import scapula.understand.Text.Sentence;

/**
 * What a text denies. A denial works to the right, along a list, up to a contrast ("but") or the start of something new
 * ("…, my legs").
 */
final class Denial {

    /** Words that a denial reaches over; and fewer where no list is told. */
    private static final int REACHES = 16;

    /** "fever is absent". */
    private static final Set<String> LINKS = Set.of("is", "are", "was");

    private static final int REACHES_WITHOUT_LIST = 6;
    private static final int REACHES_WITHIN = 3;
    private static final int REACHES_BACK = 25;
    private static final int NEXT = 2;
    private static final int LIST_ENDS_WITHIN = 4;

    /** When and where something is: only a denial right before it means it. */
    private static final Set<String> CIRCUMSTANTIAL = Set.of("dur", "age", "loc", "side", "onset");

    /** What lists of denials are made of: symptoms and what they are like, or illnesses, or medicines, or causes. */
    private static final List<Set<String>> LISTED = List.of(
            Set.of("assoc", "q", "agg", "sev", "onset", "course", "loc"), Set.of("hx"), Set.of("med"), Set.of("trig"));

    private final Text text;
    private final Cues cues;
    private final List<Match> matches;

    /** @param matches all that was found in the text, to tell lists by */
    Denial(Text text, Cues cues, List<Match> matches) {
        this.text = text;
        this.cues = cues;
        this.matches = matches;
    }

    boolean denies(Match match) {
        Sentence sentence = text.sentenceOf(match.first());
        return isAnsweredNo(match, sentence)
                || reachesFromLeft(match, sentence)
                || isWithin(match)
                || isTakenBack(match);
    }

    /** "legs do not feel numb", and "my chest isn't fine": a denial right before one of the match's words. */
    boolean isWithin(Match match) {
        return IntStream.range(match.first(), match.last())
                .filter(word -> cues.is(word, Cue.DENIALS) && !match.at().contains(word))
                .anyMatch(word -> match.at().stream().anyMatch(at -> at > word && at - word <= REACHES_WITHIN));
    }

    /** "fever: none" and "chest pain? no", but not "chest pain, no idea why". */
    private boolean isAnsweredNo(Match match, Sentence sentence) {
        boolean linked = match.last() + 1 < text.words().size()
                && LINKS.contains(text.words().get(match.last() + 1).text());
        int next = match.last() + (linked ? 2 : 1);
        if (next >= text.words().size() || !cues.is(next, Cue.ANSWERS_NO) || cues.is(next, Cue.NO_DENIALS)) {
            return false;
        }
        boolean ends =
                next + 1 == text.words().size() || text.words().get(next + 1).opens();
        return ends && (next <= sentence.last() || sentence.asks());
    }

    private boolean isTakenBack(Match match) {
        int next = cues.next(Cue.TAKEN_BACK, match.last());
        return next >= 0 && next - match.last() <= REACHES_BACK && !cues.has(Cue.CONTRASTS, match.last(), next);
    }

    /** Walks left from the finding to a denial that reaches it; "no fever no feeling in my feet" is two things. */
    private boolean reachesFromLeft(Match match, Sentence sentence) {
        boolean lacks = text.words().get(match.first()).text().equals("no");
        if (lacks || match.at().stream().anyMatch(word -> cues.is(word, Cue.CONTRASTS))) {
            return false;
        }
        int reach = CIRCUMSTANTIAL.contains(match.slot()) ? NEXT : REACHES;
        int furthest = Math.max(sentence.first(), match.first() - reach);
        for (int at = match.first() - 1; at >= furthest; at--) {
            if (startsNew(at + 1)) {
                return false;
            }
            if (cues.is(at, Cue.CONTRASTS)) {
                return false;
            }
            if (cues.is(at, Cue.DENIALS) && !match.at().contains(at)) {
                return isHeading(at) || (!isReply(at) && reaches(at, match));
            }
        }
        return false;
    }

    /** "none of: fever, numbness" denies all that follows. */
    private boolean isHeading(int at) {
        int last = text.words().get(at + 1).text().equals("of") ? at + 1 : at;
        return last + 1 < text.words().size()
                && text.raw()
                        .substring(
                                text.words().get(last).end(),
                                text.words().get(last + 1).start())
                        .contains(":");
    }

    /** The "no" of "no, chest pain is what I have" answers somebody. */
    private boolean isReply(int at) {
        return text.words().get(at).text().equals("no")
                && text.words().get(at + 1).opens();
    }

    /** "aches, no chest pain" is no ache of the chest: what is denied and what is not are two things. */
    boolean isSplit(Match match) {
        boolean denialBetween = IntStream.range(match.first() + 1, match.last())
                .filter(word -> cues.is(word, Cue.DENIALS) && !match.at().contains(word))
                .anyMatch(word -> text.words().get(word).text().equals("no")
                        || text.words().get(word).opens()
                        || text.words().get(word - 1).text().equals("and"));
        return denialBetween
                || (IntStream.rangeClosed(match.first() + 1, match.last()).anyMatch(this::startsNew)
                        && reachesFromLeft(match, text.sentenceOf(match.first())));
    }

    /** Whether something new begins here: after a comma or "and", with a word that begins statements. */
    boolean startsNew(int word) {
        boolean joined = word > 0 && text.words().get(word - 1).text().equals("and");
        boolean apart = text.words().get(word).opens() || joined;
        return apart && cues.is(word, Cue.RESTARTS) && !cues.is(word, Cue.DENIALS) && !goesOn(word);
    }

    /** "no chest pain, sweating or arm pain": a list that ends with "or" is one list. */
    private boolean goesOn(int word) {
        int last = Math.min(word + LIST_ENDS_WITHIN, text.words().size() - 1);
        int next = IntStream.rangeClosed(word + 1, last)
                .filter(at -> text.words().get(at).opens())
                .findFirst()
                .orElse(last + 1);
        return goesOn(word, next - 1);
    }

    private boolean goesOn(int word, int last) {
        return IntStream.rangeClosed(word + 1, last)
                .anyMatch(
                        at -> Set.of("or", "nor").contains(text.words().get(at).text()));
    }

    private boolean reaches(int denial, Match match) {
        int finding = match.first();
        int between = finding - denial - 1;
        if (cues.has(Cue.NEW_SUBJECTS, denial + 1, finding - 1)) {
            return false;
        }
        for (int at = denial + 3; at < finding; at++) {
            boolean newSubject = Set.of("i", "it").contains(text.words().get(at).text())
                    || (text.words().get(at).text().equals("my") && !cues.is(at - 1, Cue.PLACING));
            if (newSubject) {
                return false;
            }
        }
        int comma = IntStream.rangeClosed(denial + 1, finding)
                .filter(at -> text.words().get(at).opens())
                .findFirst()
                .orElse(-1);
        if (comma >= 0) {
            return (isListed(denial, comma, match) && !isStated(match))
                    || goesOn(comma, text.sentenceOf(finding).last());
        }
        boolean joined = IntStream.rangeClosed(denial + 1, finding).anyMatch(at -> cues.is(at, Cue.ALTERNATIVES));
        return joined || between <= REACHES_WITHOUT_LIST;
    }

    /** "chest tight" tells, where "tight chest" may be one of a list. */
    private boolean isStated(Match match) {
        return match.at().size() > 1 && cues.is(match.last(), Cue.STATES) && !cues.is(match.first(), Cue.STATES);
    }

    /** "no fever, rash" denies both, "no sleep, rash" only the sleep: items of a list are of one kind. */
    private boolean isListed(int denial, int comma, Match match) {
        return matches.stream()
                .filter(other -> other.first() <= comma - 1 && other.last() > denial && other.last() < comma)
                .anyMatch(other ->
                        LISTED.stream().anyMatch(kind -> kind.contains(other.slot()) && kind.contains(match.slot())));
    }
}

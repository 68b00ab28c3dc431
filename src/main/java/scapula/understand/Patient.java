package scapula.understand;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.Context.Cue;
import scapula.understand.Text.Sentence;

/** Whose findings a message tells: the writer's own, or those of somebody whom they write for. */
final class Patient {

    /** The words of one person reach this far to the right. */
    private static final int REACHES = 16;

    private static final Set<String> FELT = Set.of("loc", "q", "assoc");
    private static final Set<String> HAD = Set.of("loc", "q", "assoc", "agg", "sev", "hx", "med", "trig");
    private static final Set<String> OF_ONE_PERSON =
            Set.of("q", "assoc", "agg", "rel", "sev", "onset", "course", "trig", "hx", "med", "age");

    /** Inside a match these are the writer's own; the "me" of "he calls me by another name" is not. */
    private static final Set<String> OWN = Set.of("my", "mine", "im", "ive");

    private static final String CAUSE = "trig";
    private static final Set<String> BEFALLEN = Set.of("me", "us");
    private static final int NEXT = 2;

    private final Text text;
    private final Scope scope;
    private final boolean other;

    Patient(Text text, Scope scope, List<Match> said) {
        this.text = text;
        this.scope = scope;
        boolean self = said.stream().anyMatch(match -> FELT.contains(match.slot()) && isOwn(match));
        boolean another = said.stream().anyMatch(match -> HAD.contains(match.slot()) && isAnothers(match));
        this.other = another && !self;
    }

    /** Whether the pain is somebody else's. */
    boolean isOther() {
        return other;
    }

    /** Whether a match is about somebody whom the message only mentions. */
    boolean isBystander(Match match) {
        return !other
                && OF_ONE_PERSON.contains(match.slot())
                && isAnothers(match)
                && !isBackWithWriter(match)
                && !befellWriter(match);
    }

    /** Whether a number is that of somebody whom the message only mentions: "my dad's 71, I'm 28". */
    boolean isOfBystander(Match number) {
        return !other && isAnothers(number);
    }

    /** "my husband hit me" is about the husband, and happened to the writer. */
    private boolean befellWriter(Match match) {
        int last = Math.min(match.last() + NEXT, text.words().size() - 1);
        return match.slot().equals(CAUSE)
                && IntStream.rangeClosed(match.first(), last)
                        .anyMatch(
                                word -> BEFALLEN.contains(text.words().get(word).text()));
    }

    /** A new sentence that has a "my" is no longer about the person of the one before. */
    private boolean isBackWithWriter(Match match) {
        Sentence sentence = text.sentenceOf(match.first());
        return scope.cues().has(Cue.MINE, sentence.first(), sentence.last())
                && !scope.cues().has(Cue.OTHERS, sentence.first(), match.last())
                && IntStream.rangeClosed(sentence.first(), match.last()).noneMatch(this::isSubject);
    }

    /** Whether it is told or asked of the writer's own body. */
    boolean isOwn(Match match) {
        return owner(match) == Cue.MINE;
    }

    private boolean isAnothers(Match match) {
        return owner(match) == Cue.OTHERS;
    }

    /** The nearest person to the left of the match, or whose part of the body it names. */
    private Cue owner(Match match) {
        if (match.at().stream()
                .anyMatch(word -> OWN.contains(text.words().get(word).text()))) {
            return Cue.MINE;
        }
        int furthest = Math.max(0, match.first() - REACHES);
        for (int at = match.first(); at >= furthest; at--) {
            if (scope.cues().is(at, Cue.OTHERS) || isSubject(at)) {
                return Cue.OTHERS;
            }
            if (scope.cues().is(at, Cue.MINE) && !belongsToPerson(at)) {
                return Cue.MINE;
            }
        }
        return null;
    }

    /** A person of whom something is told; the baby of "had my baby" only tells of the writer. */
    private boolean isSubject(int at) {
        return scope.cues().is(at, Cue.PEOPLE)
                && !scope.cues().is(at, Cue.MINE)
                && at + 1 < text.words().size()
                && (scope.cues().is(at + 1, Cue.DOING)
                        || Character.isDigit(text.words().get(at + 1).text().charAt(0)));
    }

    /** The "my" of "my dad". */
    private boolean belongsToPerson(int at) {
        return at + 1 < text.words().size() && scope.cues().is(at + 1, Cue.PEOPLE);
    }
}

package scapula.understand;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import scapula.domain.Context.Cue;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Likeness;
import scapula.domain.Wordings;

/**
 * Reads what a message tells: exactly, by listed wordings, composed wordings and numbers; and nearly, by word vectors.
 */
public final class FindingReader {

    /**
     * What a message tells.
     *
     * @param findings one for each token, in the order of the words
     * @param likenesses what words came near to
     * @param doubts dangers that are asked about, imagined, a bystander's, misspelt, or only come near to
     * @param complains whether somebody is in pain or unwell, and not only curious
     * @param aboutOther whether the person with the pain is somebody else than the writer
     */
    public record Told(
            List<Finding> findings,
            List<Likeness> likenesses,
            List<Doubt> doubts,
            boolean complains,
            boolean aboutOther) {

        /** What tells nothing. */
        static final Told NOTHING = new Told(List.of(), List.of(), List.of(), false, false);
    }

    private final Typing typing;
    private final Lexicon lexicon;
    private final Composition composition;
    private final Numbers numbers;
    private final Near near;
    private final Cues.Finder cues;
    private final Kinds kinds;
    private final Set<String> fillers;

    /** A reader of these wordings; safe for many threads. */
    public FindingReader(Wordings wordings) {
        Cutting cutting = new Cutting();
        this.fillers = wordings.context().words(Cue.FILLERS);
        this.typing = new Typing(wordings, cutting);
        this.lexicon = new Lexicon(wordings.tokens(), fillers, cutting);
        this.composition =
                new Composition(wordings.patterns(), wordings.context().words(Cue.CONTRASTS), cutting);
        this.numbers = new Numbers(wordings.numerals());
        this.near = new Near(wordings.likenesses(), wordings.context(), cutting);
        this.cues = new Cues.Finder(wordings.context(), cutting);
        this.kinds = new Kinds(wordings.tokens());
    }

    /** Reads the message that is number {@code turn} of its conversation. */
    public Told read(String message, int turn) {
        Text text = typing.read(message);
        return read(text, listed(text.words()), turn);
    }

    Text typed(String message) {
        return typing.read(message);
    }

    /** The numbers of words, which others read by too. */
    WordVectors vectors() {
        return near.vectors();
    }

    /** The listed wordings in some words. */
    List<Match> listed(List<Word> words) {
        return lexicon.find(words);
    }

    Told read(Text text, List<Match> listed, int turn) {
        Set<Match> exact = new LinkedHashSet<>(listed);
        exact.addAll(composition.find(text, hidden(text, listed)));
        List<Match> matches = List.copyOf(exact);
        Findings findings = new Findings(text, turn, new Scope(text, cues.in(text), matches), kinds, matches);
        numbers.find(text).forEach(findings::addNumber);
        near.find(text, findings::has).forEach(findings::addNear);
        return findings.told();
    }

    /** Words that belong to a name of their own: the chest of "chest press" is not a chest that hurts. */
    private BitSet hidden(Text text, List<Match> listed) {
        BitSet hidden = new BitSet();
        for (Match match : listed) {
            if (match.isNoFinding()
                    || (kinds.isName(match.token()) && match.at().size() > 1)) {
                match.at().stream()
                        .filter(word -> !fillers.contains(text.words().get(word).text()))
                        .forEach(hidden::set);
            }
        }
        return hidden;
    }
}

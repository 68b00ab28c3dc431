package scapula.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the person reads.
 *
 * @param text all of it as plain text
 * @param told what comes before the question in it
 * @param asked the question in it, without its options; empty where there is none
 * @param cards what to do, framed, before anything else
 * @param lead what is said before the answers
 * @param related answers to questions that lie near, to be asked for
 * @param outlooks what would change the level
 * @param region whose numbers and services the words name
 */
public record Reply(
        String text,
        String told,
        String asked,
        List<Card> cards,
        List<Block> lead,
        List<Shown> answers,
        List<Answer> related,
        Optional<Question> question,
        List<Outlook> outlooks,
        Region region) {

    /** The same, waiting for no answer. */
    public Reply unasked() {
        return new Reply(text, told, asked, cards, lead, answers, related, Optional.empty(), outlooks, region);
    }

    /**
     * An answer with the region's words filled in.
     *
     * @param markdown all of it
     * @param more what is shown when asked for
     */
    public record Shown(Answer answer, String markdown, List<Block> blocks, List<Block> more) {}

    /** A finding that would lead to another level, in a sentence. */
    public record Outlook(Finding finding, String label, Level level, String text) {}
}

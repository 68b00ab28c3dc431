package scapula.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the person reads.
 *
 * @param text all of it as plain text
 * @param lead what is said before the answers
 * @param region whose numbers and services the words name
 */
public record Reply(String text, List<Block> lead, List<Shown> answers, Optional<Question> question, Region region) {

    /** An answer with the region's words filled in. */
    public record Shown(Answer answer, String markdown, List<Block> blocks) {}
}

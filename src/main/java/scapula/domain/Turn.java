package scapula.domain;

import java.time.Instant;

/**
 * One exchange: what was said, what it meant, what was decided, and the reply.
 *
 * @param at when it was said
 * @param returned whether the person had been away for a while
 * @param made by which rules and models
 */
public record Turn(
        String messageId,
        Instant at,
        boolean returned,
        Message message,
        Meaning meaning,
        Decision decision,
        Reply reply,
        Made made) {

    /** Whether the person put one finding right, and said nothing. */
    public boolean isCorrection() {
        return message.text().isEmpty();
    }

    /** The same, after which nothing that is said answers its question. */
    public Turn unasked() {
        return new Turn(messageId, at, returned, message, meaning, decision, reply.unasked(), made);
    }

    /** Whether it ended with a question of the check, or with its result. */
    public boolean isOfCheck() {
        return decision.triage().isResult()
                || reply.question().filter(Question::isOfCheck).isPresent();
    }
}

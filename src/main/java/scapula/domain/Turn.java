package scapula.domain;

/** One exchange: what was said, what it meant, what was decided, and the reply. */
public record Turn(String messageId, Message message, Meaning meaning, Decision decision, Reply reply) {}

package scapula.domain;

/**
 * Who is asking, and whether anything hurts.
 *
 * @param complains whether somebody is in pain or unwell, and not only curious
 * @param aboutOther whether that is somebody else than the writer
 * @param change what the message does to the level: {@code higher}, {@code lower} or {@code same}; {@code first} where
 *     nothing was said before
 */
public record Situation(boolean complains, boolean aboutOther, String change) {}

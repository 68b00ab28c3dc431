package scapula.domain;

/**
 * The words a finding was read from.
 *
 * @param text as the person wrote them
 * @param start offset of the first character in the message, in UTF-16 code units
 * @param end offset after the last character
 * @param turn number of the message in its conversation, from 1
 */
public record Quote(String text, int start, int end, int turn) {

    private static final int NOWHERE = -1;

    /** Nothing was typed: an option was tapped, or a finding corrected. */
    public static Quote tapped(int turn) {
        return new Quote("", NOWHERE, NOWHERE, turn);
    }

    public boolean isTyped() {
        return start != NOWHERE;
    }

    /** Whether both were read from some of the same words. */
    public boolean overlaps(Quote other) {
        return turn == other.turn && start < other.end && other.start < end;
    }
}

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

    /** Whether both were read from some of the same words, or from words next to each other. */
    public boolean adjoins(Quote other) {
        return turn == other.turn && start <= other.end + 1 && other.start <= end + 1;
    }

    /** The words of this and of one that adjoins it and does not begin before it. */
    public Quote with(Quote later) {
        if (later.end <= end) {
            return this;
        }
        String rest = later.start > end ? " " + later.text : later.text.substring(end - later.start);
        return new Quote(text + rest, start, later.end, turn);
    }
}

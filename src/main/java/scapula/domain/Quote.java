package scapula.domain;

/**
 * The words a finding was read from.
 *
 * @param text as the person wrote them
 * @param start offset of the first character in the message, in UTF-16 code units
 * @param end offset after the last character
 * @param turn number of the message in its conversation, from 1
 */
public record Quote(String text, int start, int end, int turn) {}

package scapula.domain;

/**
 * Words that mean nearly the same as a known wording of a danger.
 *
 * @param wording the known wording
 * @param cosine how near they are: 1 for the same, 0 for nothing in common
 * @param sure whether they are near enough to count as said
 */
public record Likeness(String token, Quote quote, String wording, double cosine, boolean sure) {}

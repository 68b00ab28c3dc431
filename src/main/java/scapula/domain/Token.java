package scapula.domain;

import java.util.List;

/**
 * A word of the vocabulary that rules can match.
 *
 * @param id slot and value: {@code side:left}
 * @param label in plain words, as the reply quotes it
 * @param words ways in which people say it
 * @param assumed wordings that point to it without settling it
 */
public record Token(String id, String label, List<String> words, List<String> assumed) {}

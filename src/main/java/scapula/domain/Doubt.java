package scapula.domain;

/**
 * A danger that the words come near to, or ask about, and do not say: worth making sure of.
 *
 * @param nearness 1 where the danger is named but asked about; else how near the words are to a known wording
 */
public record Doubt(String token, double nearness) {}

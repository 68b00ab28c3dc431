package scapula.domain;

/** Every item of this question has been denied. */
public record Clear(String question) {}

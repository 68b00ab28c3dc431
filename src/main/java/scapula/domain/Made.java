package scapula.domain;

/** The versions of what made a turn: the program's, and the SHA-256 of its rules and models. */
public record Made(String program, String rules, String models) {}

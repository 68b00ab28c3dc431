package scapula.domain;

/** The person answered the open question with this option, by tapping or typing. */
public record Chosen(String question, String option) {}

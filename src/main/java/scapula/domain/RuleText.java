package scapula.domain;

/** A file of rules as its editors wrote it; {@code file} is relative to the content's root. */
public record RuleText(String file, String text) {}

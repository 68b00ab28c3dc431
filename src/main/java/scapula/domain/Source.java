package scapula.domain;

/** A page that a rule or an answer rests on; {@code year} is null where the page does not tell it. */
public record Source(String id, String title, Integer year) {}

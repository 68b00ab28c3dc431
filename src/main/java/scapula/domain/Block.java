package scapula.domain;

import java.util.List;

/** One paragraph, quote or list of a text, ready to be shown; a list has one line for each item. */
public record Block(Kind kind, List<List<Span>> lines) {

    public enum Kind {
        PARAGRAPH,
        QUOTE,
        BULLETS,
        STEPS
    }

    /** Words in one weight. */
    public record Span(String text, boolean strong) {}
}

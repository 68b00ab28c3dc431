package scapula.domain;

import java.util.Locale;

/** One thing read from what the person wrote: a token of the vocabulary ({@code side:left}) and its state. */
public sealed interface Finding {

    String token();

    Quote quote();

    /** The part before the colon: {@code side} of {@code side:left}. */
    default String slot() {
        return token().substring(0, token().indexOf(':'));
    }

    /** The same, as told in another turn. */
    default Finding in(int turn) {
        Quote moved = new Quote(quote().text(), quote().start(), quote().end(), turn);
        return switch (state()) {
            case "present" -> new Present(token(), moved);
            case "absent" -> new Absent(token(), moved);
            default -> new Unsure(token(), moved);
        };
    }

    /** The name of the state on the wire. */
    default String state() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The person has it. */
    record Present(String token, Quote quote) implements Finding {}

    /** The person said they do not have it, which is not the same as never having spoken of it. */
    record Absent(String token, Quote quote) implements Finding {}

    /** The words point to it without settling it. A danger that is unsure counts as present. */
    record Unsure(String token, Quote quote) implements Finding {}
}

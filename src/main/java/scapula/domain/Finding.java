package scapula.domain;

/** One thing read from what the person wrote: a token of the vocabulary ({@code side:left}) and its state. */
public sealed interface Finding {

    String token();

    Quote quote();

    /** The part before the colon: {@code side} of {@code side:left}. */
    default String slot() {
        return token().substring(0, token().indexOf(':'));
    }

    /** The name of the state on the wire. */
    String state();

    /** The same, read from other words. */
    Finding from(Quote other);

    /** The same, as told in another turn. */
    default Finding in(int turn) {
        return from(new Quote(quote().text(), quote().start(), quote().end(), turn));
    }

    /** The person has it. */
    record Present(String token, Quote quote) implements Finding {

        @Override
        public String state() {
            return "present";
        }

        @Override
        public Finding from(Quote other) {
            return new Present(token, other);
        }
    }

    /** The person said they do not have it, which is not the same as never having spoken of it. */
    record Absent(String token, Quote quote) implements Finding {

        @Override
        public String state() {
            return "absent";
        }

        @Override
        public Finding from(Quote other) {
            return new Absent(token, other);
        }
    }

    /** The words point to it without settling it. A danger that is unsure counts as present. */
    record Unsure(String token, Quote quote) implements Finding {

        @Override
        public String state() {
            return "unsure";
        }

        @Override
        public Finding from(Quote other) {
            return new Unsure(token, other);
        }
    }
}

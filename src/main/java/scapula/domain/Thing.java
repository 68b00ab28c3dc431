package scapula.domain;

import java.util.Locale;

/**
 * Something that rules look at or conclude, in words.
 *
 * @param id its name in rules
 * @param label in plain words
 */
public record Thing(Kind kind, String id, String label) {

    /** What it is. */
    public enum Kind {
        FINDING,
        WISH,
        FACT,
        SIGN,
        QUESTION,
        FLAG,
        CAUTION,
        ANSWER,
        REMARK,
        RULE;

        /** Its name in addresses and words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What tells it from every other thing: {@code sign:with-effort}. */
    public String key() {
        return kind.word() + ":" + id;
    }

    /** Whether it is the same thing, perhaps in other words. */
    public boolean is(Thing other) {
        return kind == other.kind && id.equals(other.id);
    }
}

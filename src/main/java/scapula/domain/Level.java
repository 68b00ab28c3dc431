package scapula.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon help is needed, from the least to the most; "soon" has two time-frames (clinical reference, 1.1). */
public enum Level {
    NOT_CHECKED("not_checked", null),
    SELF_CARE("self_care", null),
    SOON_TWO_WEEKS("soon", "2 weeks"),
    SOON_THREE_DAYS("soon", "3 days"),
    URGENT("urgent", "today"),
    EMERGENCY("emergency", "now");

    private final String wire;
    private final String within;

    Level(String wire, String within) {
        this.wire = wire;
        this.within = within;
    }

    /** The level that rules and words call by this name, {@code soon-two-weeks}. */
    public static Optional<Level> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.ruleName().equals(name))
                .findFirst();
    }

    /** Its name in rules and words. */
    public String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in the chat contract. */
    public String wire() {
        return wire;
    }

    /** By when help is needed, in the words of the chat contract; null where there is no date. */
    public String within() {
        return within;
    }

    public boolean isAbove(Level other) {
        return compareTo(other) > 0;
    }

    public Level orHigher(Level other) {
        return isAbove(other) ? this : other;
    }
}

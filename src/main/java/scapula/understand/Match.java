package scapula.understand;

import java.util.List;
import scapula.domain.Pattern.Says;

/**
 * A token that one of the readers found in a text.
 *
 * @param says what the words themselves say of it, before anything around them is read
 * @param at indexes of the words that carry it, ascending
 */
record Match(String token, Says says, List<Integer> at) {

    /** Slots of wordings that look like a finding and are none: of a symptom, or of anything at all. */
    private static final String NO_SYMPTOM = "none";

    private static final String NOTHING = "nothing";

    int first() {
        return at.get(0);
    }

    int last() {
        return at.get(at.size() - 1);
    }

    String slot() {
        return token.substring(0, token.indexOf(':'));
    }

    /** Whether the words are taken by something that is not a finding at all. */
    boolean isNoFinding() {
        return isNoFinding(token);
    }

    static boolean isNoFinding(String token) {
        return token.startsWith(NO_SYMPTOM + ":") || token.startsWith(NOTHING + ":");
    }

    /** Whether not even a place, an activity or a number is meant by the words. */
    boolean isNothing() {
        return slot().equals(NOTHING);
    }

    boolean overlaps(Match other) {
        return at.stream().anyMatch(other.at::contains);
    }
}

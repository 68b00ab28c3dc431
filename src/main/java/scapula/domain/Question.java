package scapula.domain;

import java.util.List;

/**
 * A question to the person, with the options that answer it.
 *
 * @param suggests whether its options are questions of their own, read like any message
 */
public record Question(String id, String text, boolean suggests, List<Option> options) {

    /**
     * One way to answer.
     *
     * @param label what stands on the button
     * @param message what tapping it says
     * @param words other ways to type it
     * @param sets tokens of the findings that it makes present
     */
    public record Option(String id, String label, String message, List<String> words, List<String> sets) {}

    /** The option that none of the others holds. */
    public static final String NONE = "none";

    /** The option of a person who cannot tell. */
    public static final String UNSURE = "unsure";

    /** Ids of questions that make sure of a danger begin so; the token follows. */
    public static final String MAKES_SURE = "read.";
}

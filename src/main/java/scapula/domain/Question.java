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
     */
    public record Option(String id, String label, String message, List<String> words) {}
}

package scapula.domain;

import java.util.List;

/** A question to the person, with the options that answer it. */
public record Question(String id, String text, List<Option> options) {

    /**
     * One way to answer.
     *
     * @param label what stands on the button
     * @param message what tapping it says
     * @param words other ways to type it
     */
    public record Option(String id, String label, String message, List<String> words) {}
}

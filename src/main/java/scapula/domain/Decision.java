package scapula.domain;

import java.util.List;
import java.util.Optional;

/**
 * What to say to one message.
 *
 * @param told ids of answers and remarks, in the order in which they are said
 * @param related ids of answers to questions that lie near
 * @param asked the question that follows
 * @param because the rules that led here, in the order of what they led to
 * @param missed id of the question that the message left without an answer
 */
public record Decision(
        Triage triage,
        List<String> told,
        List<String> related,
        Optional<Asked> asked,
        List<Reason> because,
        List<Change> wouldChange,
        Optional<String> missed) {

    /**
     * How soon help is needed, as far as it is settled.
     *
     * @param level of the conversation so far
     * @param crisis whether a crisis line is to be shown besides
     * @param flags the red flags that led to the level, first the one to be told
     * @param isResult whether nothing is left to ask and the level is to be told now
     * @param missing ids of questions without whose answers no lower level was possible
     */
    public record Triage(Level level, boolean crisis, List<String> flags, boolean isResult, List<String> missing) {}

    /**
     * A question to put.
     *
     * @param manner how it is put this time
     * @param why the rule that asks it; empty where it asks which of several ticked things is meant
     * @param remaining how many questions may follow at most
     */
    public record Asked(String id, Manner manner, Optional<String> why, int remaining) {}

    /** How a question is put. */
    public enum Manner {
        FIRST,
        /** After something else was told or asked in between. */
        STILL,
        AGAIN,
        MAKING_SURE_OF_NO,
        WHICH_OF_THEM
    }

    /** A finding that would lead to another level, were it so. */
    public record Change(Finding finding, Level level) {}
}

package scapula.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import scapula.domain.Advice.Flag;

/**
 * A conversation as a health professional wants to see it.
 *
 * @param conversation its id
 * @param turns how many messages it has
 * @param began when the first message was sent
 * @param answered when the last one was
 * @param aboutOther whether the person with the pain is somebody else than the writer
 * @param items what was found, in the order in which it was said
 * @param notAnswered questions that were put and stay without an answer
 * @param notAsked questions of the check that were not put
 * @param because the rules that led to the level
 * @param sources the pages that these rules rest on
 * @param words its headings and sentences, by name
 */
public record Summary(
        String conversation,
        int turns,
        Instant began,
        Instant answered,
        boolean aboutOther,
        Outcome outcome,
        List<Item> items,
        List<Open> notAnswered,
        List<Open> notAsked,
        List<Reason> because,
        List<Source> sources,
        Made made,
        Map<String, String> words) {

    /**
     * How soon help is needed.
     *
     * @param urgency in words
     * @param name inside a sentence: "help today"
     * @param by until when, in words
     * @param told the heading of the card that the person was shown; empty where there was none
     * @param crisis whether a crisis line was named besides
     * @param unfinished whether the check goes on, so that the level may rise
     * @param flags the words of the red flags that led to the level, by their ids
     */
    public record Outcome(
            Level level,
            String urgency,
            String name,
            String by,
            String told,
            boolean crisis,
            boolean unfinished,
            Map<String, Flag> flags) {}

    /**
     * A finding.
     *
     * @param label of the finding, whatever its state: "chest pain"
     * @param said the same with its denial: "no chest pain"
     * @param quote the person's words; empty where nothing was typed
     * @param turn number of the message, from 1
     * @param at when that was sent
     */
    public record Item(Finding finding, String label, String said, String quote, int turn, Instant at) {}

    /** What a question asks about, and the id of the question. */
    public record Open(String id, String topic) {}

    /**
     * What the editors wrote for it.
     *
     * @param texts its headings and sentences, by name
     * @param by until when help is needed
     * @param topics what each question of the check asks about
     */
    public record Words(Map<String, String> texts, Map<Level, String> by, Map<String, String> topics) {}

    /** The text of a heading or sentence. */
    public String word(String name) {
        return words.get(name);
    }

    /** The findings in this state. */
    public List<Item> in(Class<? extends Finding> state) {
        return items.stream().filter(item -> state.isInstance(item.finding())).toList();
    }
}

package scapula.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All rules, answers and red flags in words, for those who edit them and those who wonder.
 *
 * @param rules every rule, in the order of its files
 * @param sources the pages that they rest on, by id
 */
public record Guide(List<Section> sections, List<PlainRule> rules, Map<String, Source> sources, Words words) {

    /** The rules that conclude a thing. */
    public Stream<PlainRule> leadingTo(Thing thing) {
        return rules.stream().filter(rule -> rule.concludes().is(thing));
    }

    /** The rules that look at a thing, with or without an "unless". */
    public Stream<PlainRule> lookingAt(Thing thing) {
        return rules.stream().filter(rule -> rule.looksAt(thing));
    }

    /** A part of the page: the red flags. */
    public record Section(String id, List<Topic> topics) {}

    /** Entries that belong together: those of the heart. */
    public record Topic(String id, String name, List<Entry> entries) {

        /** The topic of the questions of the check. */
        public static final String CHECK = "check";

        /** The topic of questions that no rule asks: which of several things it was. */
        public static final String WHICH = "which";

        /** The topics that are no folder. */
        public static final Set<String> OF_QUESTIONS = Set.of(CHECK, WHICH);
    }

    /**
     * One thing with what is said of it, and the rules that lead to it.
     *
     * @param text what a person is told, or what it means
     * @param sources ids of the pages it rests on
     * @param reviewed the day on which it was checked against them; null where that is not kept
     */
    public record Entry(
            Thing thing, List<Block> text, List<String> sources, LocalDate reviewed, List<PlainRule> rules) {}

    /**
     * What the editors wrote for the page.
     *
     * @param texts its headings and small words, by name
     * @param levels short names of levels
     * @param topics names of folders
     * @param signs what signs mean, by their names in rules
     * @param wishes what people want to know, by intent
     * @param slots kinds of findings, by slot
     * @param facts what rules ask of a situation, by the test as it is written
     */
    public record Words(
            Map<String, String> texts,
            Map<String, String> levels,
            Map<String, String> topics,
            Map<String, String> signs,
            Map<String, String> wishes,
            Map<String, String> slots,
            Map<String, String> facts) {

        /** The text of a heading or small word. */
        public String text(String name) {
            return texts.get(name);
        }
    }
}

package scapula.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question to the person, with the options that answer it.
 *
 * @param text as it is put
 * @param other as it is put to somebody who asks for another person
 * @param again the shorter form in which it is put a second time
 * @param note a quiet sentence below it
 * @param why why it is asked; empty until it is put
 * @param card what to do at once if the danger that it asks about is there
 * @param cardOther the same about another person
 * @param topic what stays unknown without an answer: "how it started"
 * @param form how its options are shown and picked
 * @param fills slots or tokens that it asks for, alternatives with bars between; it is not put where each is known
 */
public record Question(
        String id,
        String text,
        String other,
        String again,
        String note,
        String why,
        String card,
        String cardOther,
        String topic,
        Form form,
        List<String> fills,
        List<Option> options) {

    /** How its options are meant. */
    public enum Kind {
        ONE,
        MANY,
        SUGGESTIONS
    }

    /**
     * How options are shown and picked.
     *
     * @param kind whether one or many may be picked, or each is a question of its own
     * @param oneOf headings under which one of the options holds, though several may be picked in all
     * @param drawing the name of a drawing on which they can be picked, too; empty where there is none
     */
    public record Form(Kind kind, List<String> oneOf, String drawing) {}

    /**
     * One way to answer.
     *
     * @param label what stands on the button
     * @param other the same, about another person
     * @param message what tapping it says
     * @param words other ways to type it
     * @param group the heading that it stands under; empty where there is none
     * @param sets tokens of the findings that it makes present
     * @param setsAny tokens of which at least one is present
     * @param denies tokens that it takes away
     */
    public record Option(
            String id,
            String label,
            String other,
            String message,
            List<String> words,
            String group,
            List<String> sets,
            List<String> setsAny,
            List<String> denies) {

        /** All tokens that it may make present. */
        public List<String> tokens() {
            return Stream.concat(sets.stream(), setsAny.stream()).toList();
        }

        /** The same option with other tokens. */
        public Option setting(List<String> tokens) {
            return new Option(id, label, other, message, words, group, tokens, List.of(), List.of());
        }

        /** The same option, also understood from these words. */
        public Option alsoSaid(List<String> more) {
            List<String> all = Stream.concat(words.stream(), more.stream()).toList();
            return new Option(id, label, other, message, all, group, sets, setsAny, denies);
        }

        Option aboutOther() {
            return new Option(id, other, other, message, words, group, sets, setsAny, denies);
        }
    }

    /** The option that none of the others holds. */
    public static final String NONE = "none";

    /** The option of a person who cannot tell. */
    public static final String UNSURE = "unsure";

    /** The question that offers the check. */
    public static final String OFFER = "check";

    /** The option of a person who would rather not say. */
    public static final String REFUSED = "refused";

    /** Ids of questions that make sure of a danger begin so; the token follows. */
    public static final String MAKES_SURE = "read.";

    /** The option that says just these words: on its button, or when it is tapped. */
    public Optional<Option> saidBy(String words) {
        return options.stream()
                .filter(option -> words.equals(option.label()) || words.equals(option.message()))
                .findFirst();
    }

    public Kind kind() {
        return form.kind();
    }

    /** Whether a danger or a ticked option brings it up, and not the check itself. */
    public static boolean isOfDanger(String id) {
        return id.contains(".");
    }

    /** Whether it belongs to the check: it is neither brought up by a danger nor an offer. */
    public boolean isOfCheck() {
        return !isOfDanger(id) && kind() != Kind.SUGGESTIONS && !id.equals(OFFER);
    }

    /** All tokens that its options may make present. */
    public Set<String> tokens() {
        return options.stream().flatMap(option -> option.tokens().stream()).collect(Collectors.toSet());
    }

    /** The tokens that "none of these" denies: those of the options under the same heading. */
    public Set<String> listed() {
        return options.stream()
                .filter(option -> option.id().equals(NONE))
                .flatMap(
                        none -> options.stream().filter(option -> option.group().equals(none.group())))
                .flatMap(option -> option.tokens().stream())
                .collect(Collectors.toSet());
    }

    /** The same question under another id. */
    public Question called(String name) {
        return new Question(name, text, other, again, note, why, card, cardOther, topic, form, fills, options);
    }

    /** The same question in other words. */
    public Question saying(String words) {
        return new Question(id, words, words, words, note, why, card, cardOther, topic, form, fills, options);
    }

    /** The same question with one more sentence before its note. */
    public Question noting(String first) {
        String both = (first + " " + note).strip();
        return new Question(id, text, other, again, both, why, card, cardOther, topic, form, fills, options);
    }

    /** The same question, put for this reason. */
    public Question because(String reason) {
        return new Question(id, text, other, again, note, reason, card, cardOther, topic, form, fills, options);
    }

    /** The same question with the words of a region filled in. */
    public Question filled(Region region) {
        return new Question(
                id,
                region.fill(text),
                other,
                again,
                region.fill(note),
                why,
                card,
                cardOther,
                topic,
                form,
                fills,
                options);
    }

    /** The same question with other options. */
    public Question offering(List<Option> others) {
        return new Question(id, text, other, again, note, why, card, cardOther, topic, form, fills, others);
    }

    /** The same question about another person. */
    public Question aboutOther() {
        List<Option> theirs = options.stream().map(Option::aboutOther).toList();
        return new Question(id, other, other, other, note, why, cardOther, cardOther, topic, form, fills, theirs);
    }
}

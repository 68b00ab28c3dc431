package scapula.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import scapula.domain.Advice.Flag;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Reply.Shown;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;
import scapula.domain.Summary.Open;

/** What the words in a record lead to, as the card that a record system shows to a clinician. */
final class CdsCard {

    private static final String INFO = "info";

    private final Conversation conversation;
    private final Summary summary;
    private final List<FreeText> texts;

    /** @param texts the messages of the conversation */
    CdsCard(Conversation conversation, Summary summary, List<FreeText> texts) {
        this.conversation = conversation;
        this.summary = summary;
        this.texts = texts;
    }

    /** Whether the words are about nothing that is known here. */
    boolean isEmpty() {
        boolean asks = conversation
                .pending()
                .filter(question -> question.kind() != Kind.SUGGESTIONS)
                .isPresent();
        return level() == Level.NOT_CHECKED
                && !summary.outcome().crisis()
                && !asks
                && answers().isEmpty();
    }

    /**
     * The card in JSON.
     *
     * @param page the address of the chat page
     * @param rules the address of the page that shows the rules
     */
    ObjectNode json(String page, String rules) {
        ObjectNode card = Fhir.node()
                .put("uuid", UUID.randomUUID().toString())
                .put("summary", sentence())
                .put("indicator", indicator())
                .put("detail", detail());
        card.putObject("source").put("label", summary.word("program")).put("url", rules);
        card.putArray("links")
                .addObject()
                .put("label", summary.word("card-link"))
                .put("url", page)
                .put("type", "absolute");
        return card;
    }

    private Level level() {
        return summary.outcome().level();
    }

    /** Whether a danger was written of, and nobody can be asked whether it is there. */
    private boolean isOpen() {
        return conversation
                .pending()
                .filter(question -> Question.isOfDanger(question.id()))
                .isPresent();
    }

    private String sentence() {
        if (summary.outcome().crisis() && level() != Level.EMERGENCY) {
            return summary.word("card-crisis");
        }
        return summary.word(isOpen() && Level.URGENT.isAbove(level()) ? "card-open" : "card-" + level().ruleName());
    }

    private String indicator() {
        if (summary.outcome().crisis() || level() == Level.EMERGENCY) {
            return "critical";
        }
        return isOpen() || level().isAbove(Level.SELF_CARE) ? "warning" : INFO;
    }

    /** What was read and what follows from it, in Markdown. */
    private String detail() {
        List<String> parts = new ArrayList<>();
        parts.add(summary.word("card-notice"));
        parts.add(summary.outcome().crisis() ? summary.word("card-crisis") : "");
        parts.add(part("flags", summary.outcome().flags().values().stream().map(Flag::label)));
        parts.add(part("found", read(Present.class)));
        parts.add(part("unsure", read(Unsure.class)));
        parts.add(part("denied", read(Absent.class)));
        parts.add(part(
                "not-asked",
                Stream.concat(summary.notAnswered().stream(), summary.notAsked().stream())
                        .map(Open::topic)));
        parts.add(part(
                "because",
                summary.because().stream()
                        .map(reason -> reason.rule() + " (" + String.join(", ", reason.sources()) + ")")));
        parts.add(part(
                "sources",
                summary.sources().stream()
                        .map(source -> source.id() + ": " + source.title()
                                + (source.year() == null ? "" : " (" + source.year() + ")"))));
        if (indicator().equals(INFO)) {
            answers().forEach(shown -> parts.add("**" + shown.answer().title() + "**\n\n" + shown.markdown()));
        }
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    private String part(String heading, Stream<String> lines) {
        List<String> items = lines.map(line -> "- " + Fhir.markdown(line.replaceAll("\\s+", " ")))
                .toList();
        return items.isEmpty() ? "" : "**" + summary.word(heading) + "**\n\n" + String.join("\n", items);
    }

    /** The findings in this state, each with the words of the record and where these stand. */
    private Stream<String> read(Class<? extends Finding> state) {
        return summary.in(state).stream().map(this::read);
    }

    private String read(Item item) {
        FreeText text = texts.get(item.turn() - 1);
        String quote = item.quote().isEmpty() ? "" : ": “" + item.quote() + "”";
        return item.said() + quote + " (" + (text.from() + " " + text.at()).strip() + ")";
    }

    /** The answers to what was asked last in the words. */
    private List<Shown> answers() {
        return conversation.turns().stream()
                .map(turn -> turn.reply().answers())
                .filter(answers -> !answers.isEmpty())
                .reduce(List.of(), (earlier, later) -> later);
    }
}

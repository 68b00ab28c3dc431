package scapula.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scapula.http.ChatReply.AnswerOut;
import scapula.http.ChatReply.SourceOut;

/** What a reply rests on, folded away: sources, reasons, and a summary to show a professional. */
final class GroundsHtml {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Template words;

    GroundsHtml(Template words) {
        this.words = words;
    }

    Markup of(ChatReply reply) {
        return words.piece(
                "grounds",
                Map.of(
                        "sources", sources(reply.answers()),
                        "why", why(reply),
                        "summary",
                                words.around(
                                        "summary",
                                        "url",
                                        reply.summary() == null
                                                ? ""
                                                : reply.summary().html())));
    }

    private Markup sources(List<AnswerOut> answers) {
        List<SourceOut> sources = answers.stream()
                .flatMap(answer -> answer.sources().stream())
                .distinct()
                .toList();
        String reviewed =
                answers.stream().map(AnswerOut::reviewed).sorted().findFirst().orElse("");
        return reviewed.isEmpty()
                ? Markup.NOTHING
                : words.piece(
                        "sources",
                        Map.of(
                                "items", Markup.each(sources, source -> item(source(source))),
                                "date", LocalDate.parse(reviewed).format(DAY)));
    }

    private Markup source(SourceOut source) {
        Object year = source.year() == null ? "" : source.year();
        return words.piece(
                "source",
                Map.of("id", source.id(), "title", source.title(), "year", words.around("year", "year", year)));
    }

    private Markup why(ChatReply reply) {
        return words.piece(
                "why",
                Map.of(
                        "rules",
                                words.around(
                                        "rules",
                                        "items",
                                        Markup.each(
                                                reply.because(),
                                                rule -> item(words.piece(
                                                        "rule",
                                                        Map.of("rule", rule.rule(), "source", rule.source()))))),
                        "outlooks",
                                words.around(
                                        "outlooks",
                                        "items",
                                        Markup.each(
                                                reply.wouldChange(), outlook -> item(Markup.text(outlook.text()))))));
    }

    private Markup item(Markup line) {
        return words.piece("item", Map.of("words", line));
    }
}

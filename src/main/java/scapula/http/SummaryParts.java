package scapula.http;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Advice.Flag;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Reason;
import scapula.domain.Source;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;
import scapula.domain.Summary.Open;
import scapula.domain.Summary.Outcome;

/** The summary part by part, in the XHTML that a page and the narrative of a FHIR document have in common. */
final class SummaryParts {

    /**
     * One part.
     *
     * @param name of its words
     * @param body all of it but the heading, as XHTML
     */
    record Part(String name, String heading, String body) {}

    static final String LEVEL = "level";
    static final String FOUND = "found";
    static final String UNSURE = "unsure";
    static final String DENIED = "denied";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Summary summary;
    private final SummaryItems items;

    SummaryParts(Summary summary) {
        this.summary = summary;
        this.items = new SummaryItems(summary);
    }

    /** Its parts in order, without those that would be empty. */
    List<Part> all() {
        return Stream.of(
                        part(LEVEL, level()),
                        part("when", when()),
                        part(FOUND, items.table(summary.in(Present.class))),
                        part(UNSURE, items.table(summary.in(Unsure.class))),
                        part(DENIED, denied()),
                        part("unanswered", unanswered()),
                        part("because", because()),
                        part("made-by", madeBy()))
                .filter(part -> !part.body().isEmpty() || part.name().equals(FOUND))
                .map(part -> part.body().isEmpty() ? part(part.name(), Xhtml.paragraph(word("nothing"))) : part)
                .toList();
    }

    private Part part(String name, String body) {
        return new Part(name, word(name), body);
    }

    private String when() {
        return Xhtml.list(
                pair("began", TIME.format(summary.began())),
                pair("answered", TIME.format(summary.answered())),
                pair("about", word(summary.aboutOther() ? "about-other" : "about-self")));
    }

    private String level() {
        Outcome outcome = summary.outcome();
        List<String> lines = new ArrayList<>();
        lines.add(Xhtml.strong(outcome.urgency() + ": " + outcome.name()));
        if (outcome.unfinished()) {
            lines.add(Xhtml.paragraph(word("unfinished")));
        }
        if (outcome.crisis()) {
            lines.add(Xhtml.paragraph(word("crisis")));
        }
        String flags = outcome.flags().values().stream().map(Flag::label).collect(Collectors.joining("; "));
        return String.join("", lines)
                + Xhtml.list(
                        pair("by", outcome.by()),
                        outcome.told().isEmpty() ? "" : pair("told", outcome.told()),
                        flags.isEmpty() ? "" : pair("flags", flags));
    }

    private String denied() {
        String denied = summary.in(Absent.class).stream().map(Item::said).collect(Collectors.joining(", "));
        return denied.isEmpty() ? "" : Xhtml.paragraph(denied);
    }

    private String unanswered() {
        String open = open("not-answered", summary.notAnswered()) + open("not-asked", summary.notAsked());
        return open.isEmpty() ? "" : Xhtml.list(open);
    }

    private String open(String name, List<Open> questions) {
        String topics = questions.stream().map(Open::topic).collect(Collectors.joining("; "));
        return topics.isEmpty() ? "" : pair(name, topics);
    }

    private String because() {
        String rules = summary.because().stream().map(SummaryParts::rule).collect(Collectors.joining());
        String sources = summary.sources().stream().map(SummaryParts::source).collect(Collectors.joining("; "));
        return rules.isEmpty() ? "" : "<ul>" + rules + "</ul>" + Xhtml.list(pair("sources", sources));
    }

    private static String rule(Reason reason) {
        return Xhtml.cell("li", reason.rule() + " (" + String.join(", ", reason.sources()) + ")");
    }

    private static String source(Source source) {
        return source.id() + " " + source.title() + (source.year() == null ? "" : " (" + source.year() + ")");
    }

    private String madeBy() {
        return Xhtml.list(
                pair("program", summary.made().program()),
                pair("rules", summary.made().rules()),
                pair("models", summary.made().models()));
    }

    private String word(String name) {
        return summary.word(name);
    }

    private String pair(String name, String text) {
        return Xhtml.pair(word(name), text);
    }
}

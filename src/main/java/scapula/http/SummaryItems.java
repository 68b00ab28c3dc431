package scapula.http;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;

/** The findings of a summary: in whose words, in which message, and when. */
record SummaryItems(Summary summary) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Findings as a table; empty where there are none. */
    String table(List<Item> items) {
        if (items.isEmpty()) {
            return "";
        }
        String head = List.of("finding", "quote", "at").stream()
                .map(name -> Xhtml.cell("th", summary.word(name)))
                .collect(Collectors.joining());
        String rows = items.stream().map(this::row).collect(Collectors.joining());
        return "<table><thead><tr>" + head + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }

    private String row(Item item) {
        return "<tr>" + Xhtml.cell("td", item.label()) + Xhtml.cell("td", quoted(item))
                + Xhtml.cell("td", message(item)) + "</tr>";
    }

    /** The person's words, or that there are none. */
    String quoted(Item item) {
        return item.quote().isEmpty() ? summary.word("ticked") : "“" + item.quote() + "”";
    }

    /** Which message it was, and when. */
    String message(Item item) {
        return summary.word("message")
                .replace("{turn}", Integer.toString(item.turn()))
                .replace("{time}", TIME.format(item.at()));
    }
}

package scapula.http;

import static scapula.http.Xhtml.escaped;

import java.util.stream.Collectors;
import scapula.domain.Summary;
import scapula.http.SummaryParts.Part;

/** The summary as a page that prints on one sheet and needs no script. */
final class SummaryHtml {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-GB">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <meta name="robots" content="noindex">
              <title>%1$s</title>
              <link rel="icon" href="/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/base.css">
              <link rel="stylesheet" href="/summary.css">
            </head>
            <body>
              <main>
                <h1>%1$s</h1>
                <p class="notice">%2$s</p>
            %3$s
              </main>
            </body>
            </html>
            """;

    private SummaryHtml() {}

    static String page(Summary summary) {
        String level = summary.outcome().level().wire();
        String sections = new SummaryParts(summary)
                .all().stream().map(part -> section(part, level)).collect(Collectors.joining("\n"));
        return PAGE.formatted(escaped(summary.word("title")), escaped(summary.word("notice")), sections);
    }

    private static String section(Part part, String level) {
        String kind = part.name().equals(SummaryParts.LEVEL) ? part.name() + " " + level : part.name();
        return "    <section class=\"" + kind + "\"><h2>" + escaped(part.heading()) + "</h2>" + part.body()
                + "</section>";
    }
}

package scapula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import scapula.domain.Card;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Reply;
import scapula.http.ChatReply.Because;
import scapula.http.ChatReply.SourceOut;

/**
 * How a reply is shown in a terminal: wrapped, the word of its level in colour, and before each option what to type for it.
 *
 * @param width of a line, in characters
 */
record TerminalReply(Ansi ansi, int width) {

    private static final String ITEM = "- ";

    private static final Map<String, List<Style>> STYLES = Map.of(
            "emergency",
            List.of(Style.bold, Style.fg_white, Style.bg_red),
            "urgent",
            List.of(Style.bold, Style.fg_red),
            "soon",
            List.of(Style.bold, Style.fg_blue),
            "self_care",
            List.of(Style.bold, Style.fg_green),
            Card.CRISIS,
            List.of(Style.bold, Style.fg_magenta),
            Card.ASK,
            List.of(Style.bold));

    String of(Reply reply) {
        return Stream.of(
                        coloured(wrapped(reply.told()), reply.cards()),
                        wrapped(reply.asked())
                                + reply.question().map(this::options).orElse(""),
                        strong(wrapped(reply.region().line())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Which rules led to a reply, and the pages that they rest on. */
    String because(List<Because> reasons) {
        return reasons.stream().map(this::reason).collect(Collectors.joining("\n"));
    }

    private String reason(Because because) {
        String sources = because.sources().stream().map(SourceOut::title).collect(Collectors.joining("; "));
        return item(ITEM, because.rule() + "." + (sources.isEmpty() ? "" : " (" + sources + ")"));
    }

    String strong(String text) {
        return styled(text, List.of(Style.bold));
    }

    private String options(Question question) {
        List<String> marks = Marks.of(question).marks();
        int widest = marks.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        String heading = "";
        for (int i = 0; i < marks.size(); i++) {
            Option option = question.options().get(i);
            if (!option.group().equals(heading)) {
                heading = option.group();
                lines.append('\n').append(heading);
            }
            String mark = " ".repeat(widest - marks.get(i).length()) + marks.get(i);
            lines.append('\n').append(item(mark + "  ", option.label()));
        }
        return lines.toString();
    }

    private String coloured(String told, List<Card> cards) {
        String coloured = told;
        for (Card card : cards) {
            String word = card.urgency();
            coloured = word.isEmpty()
                    ? coloured
                    : coloured.replace(word + ":", styled(word, STYLES.getOrDefault(card.kind(), List.of())) + ":");
        }
        return coloured;
    }

    private String styled(String text, List<Style> styles) {
        Style[] all = styles.toArray(Style[]::new);
        return ansi.enabled() ? Style.on(all) + text + Style.reset.on() : text;
    }

    String wrapped(String text) {
        return text.lines()
                .map(line -> line.startsWith(ITEM) ? item(ITEM, line.substring(ITEM.length())) : item("", line))
                .collect(Collectors.joining("\n"));
    }

    /** A line that goes on below its own first word. */
    private String item(String mark, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(mark);
        for (String word : text.split(" ", -1)) {
            boolean begins = line.length() == mark.length();
            if (!begins && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(mark.length()));
                begins = true;
            }
            line.append(begins ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }
}

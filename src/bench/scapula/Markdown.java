package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A text with tables in Markdown, and how figures are written in it. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    void say(String sentence) {
        text.append(sentence).append('\n');
    }

    void head(String title, String... columns) {
        text.append("\n## ").append(title).append("\n\n");
        columns(columns);
    }

    void columns(String... columns) {
        row(List.of(columns));
        text.append("|---".repeat(columns.length)).append("|\n");
    }

    void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    static String number(JsonNode node, String name, int digits) {
        JsonNode value = name.startsWith("/") ? node.at(name) : node.path(name);
        return String.format(Locale.ROOT, "%,." + digits + "f", value.asDouble());
    }

    static String millis(JsonNode micros) {
        return String.format(Locale.ROOT, "%,.1f", micros.asDouble() / 1e3);
    }

    static String micros(JsonNode micros) {
        double value = micros.asDouble();
        return String.format(Locale.ROOT, value < 10 ? "%,.1f µs" : "%,.0f µs", value);
    }

    static String kilobytes(JsonNode bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes.asDouble() / 1e3);
    }

    static String megabytes(JsonNode bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes.asDouble() / 1e6);
    }

    static String part(String name) {
        return "`--only " + name + "`";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package scapula;

import static scapula.Markdown.kilobytes;
import static scapula.Markdown.megabytes;
import static scapula.Markdown.micros;
import static scapula.Markdown.millis;
import static scapula.Markdown.number;
import static scapula.Markdown.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All figures in Markdown, with the part of the command that measures each again. */
record Table(Markdown text) {

    static String of(JsonNode results) {
        Markdown text = new Markdown();
        text.say("# Numbers\n");
        text.say("`mvn -q -Pbench test-compile exec:exec -Dbench.args=\"--only load\"` measures one part, and without "
                + "`-Dbench.args` all that stand here.");
        Table table = new Table(text);
        text.say("\n## In short\n\n" + InShort.of(results));
        table.understanding(results.at("/understanding/result"));
        table.load(results.at("/load/result"));
        table.start(results.at("/start/result"));
        table.stages(results.at("/stages/result"));
        table.growth(results.at("/growth/result"));
        table.sizes(results.at("/size/result"));
        results.path("failed")
                .properties()
                .forEach(failed -> text.say("\n**%s failed:** `%s`"
                        .formatted(failed.getKey(), failed.getValue().asText())));
        return text.toString();
    }

    private void understanding(JsonNode result) {
        if (!result.has("sets")) {
            return;
        }
        text.head("Understanding, " + part("understanding"), "right in 100", "Scapula", "nlp.js", "published");
        beside(Understood.of(result));
        text.head("What is out of scope", "told to be so, in 100", "Scapula", "nlp.js", "published");
        beside(Understood.outOfScope(result));
        text.head("What that took", "set", "", "training", "a message", "memory at most");
        for (JsonNode set : result.get("sets")) {
            cost(set.get("name").asText(), "Scapula", set.path("ours"));
            cost("", "nlp.js", set.path("nlpjs"));
        }
    }

    private void beside(List<Understood> sets) {
        for (Understood set : sets) {
            String theirs = set.theirs().isPresent() ? hundredth(set.theirs().getAsDouble()) : "";
            List<String> published = set.published().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(other -> other.getKey() + " " + hundredth(other.getValue()))
                    .toList();
            text.row(set.name(), "**" + hundredth(set.ours()) + "**", theirs, String.join(", ", published));
        }
    }

    private void cost(String set, String whose, JsonNode cost) {
        if (cost.has("trainCpuSeconds")) {
            String training = number(cost, "trainCpuSeconds", 1) + " s";
            String memory = number(cost, "peakMegabytes", 0) + " MB";
            text.row(set, whose, training, micros(cost.path("cpuMicrosAMessage")), memory);
        }
    }

    private static String hundredth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private void stages(JsonNode result) {
        if (result.has("stages")) {
            text.head("A turn by stage, " + part("stages"), "stage", "processor time", "memory allocated");
            result.get("stages")
                    .properties()
                    .forEach(stage -> text.row(
                            stage.getKey(),
                            micros(stage.getValue().get("micros")),
                            "%,.1f kB".formatted(stage.getValue().get("bytes").asDouble() / 1e3)));
        }
    }

    private void growth(JsonNode result) {
        if (result.has("lines")) {
            text.head("Growth, " + part("growth"), "of", "from", "to", "cost of a turn", "exponent");
            result.get("lines").forEach(line -> {
                JsonNode points = line.get("points");
                JsonNode last = points.get(points.size() - 1);
                text.row(
                        line.get("of").asText(),
                        "%,d".formatted(points.get(0).get("size").asInt()),
                        "%,d".formatted(last.get("size").asInt()),
                        "%s times (%s to %s)"
                                .formatted(
                                        number(last, "relative", 2),
                                        micros(points.get(0).get("cost")),
                                        micros(last.get("cost"))),
                        number(line, "exponent", 2));
            });
            text.say("\nOf conversations, it is the store's part of a turn that is measured. The messages are the usual ones:"
                    + " answers and rules that were made up are looked for with each, and seldom found.");
            text.say("\nA kept conversation of one turn takes %s kB of memory, or %s kB of an H2 file."
                    .formatted(
                            kilobytes(result.get("heapBytesAConversation")),
                            kilobytes(result.get("fileBytesAConversation"))));
        }
    }

    private void sizes(JsonNode result) {
        if (result.has("jar")) {
            text.head("Size, " + part("size"), "what", "MB");
            text.row("the jar", megabytes(result.get("jar")));
            result.get("parts")
                    .properties()
                    .forEach(part -> text.row("of it: " + part.getKey(), megabytes(part.getValue())));
            if (result.get("image").asLong() > 0) {
                text.row("the image", megabytes(result.get("image")));
                text.row("the image, unpacked", megabytes(result.get("imageUnpacked")));
            }
        }
    }

    private void load(JsonNode result) {
        if (!result.has("levels")) {
            return;
        }
        text.head(
                "Beside a bare echo, " + part("load"),
                "connections",
                "",
                "messages a second",
                "median",
                "99th percentile",
                "processor time",
                "not answered");
        for (JsonNode level : result.get("levels")) {
            side(level.get("connections").asText(), "echo", level.get("echo"));
            side("", "chat", level.get("chat"));
        }
        side(result.get("talkConnections").asText(), "whole conversations", result.get("talk"));
    }

    private void side(String connections, String name, JsonNode side) {
        text.row(
                connections,
                name,
                number(side, "perSecond", 0),
                millis(side.get("p50Micros")) + " ms",
                millis(side.get("p99Micros")) + " ms",
                micros(side.get("cpuMicros")),
                side.get("failed").asText());
    }

    private void start(JsonNode result) {
        if (result.has("commands")) {
            text.head(
                    "Start, " + part("start"),
                    "command",
                    "to the first good answer",
                    "fastest",
                    "processor time",
                    "memory then");
            result.get("commands")
                    .forEach(command -> text.row(
                            "`" + command.get("command").asText() + "`",
                            number(command, "seconds", 2) + " s",
                            number(command, "fastest", 2) + " s",
                            number(command, "cpuSeconds", 2) + " s",
                            number(command, "megabytes", 0) + " MB"));
            int heap = result.get("smallestHeap").asInt();
            text.say("\nThe smallest heap with which all turns are answered: `-Xmx" + heap + "m`.");
        }
    }
}

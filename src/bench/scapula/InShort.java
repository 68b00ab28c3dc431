package scapula;

import static scapula.Markdown.megabytes;
import static scapula.Markdown.micros;
import static scapula.Markdown.number;
import static scapula.Markdown.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What was measured on, and the main figures, a line for each goal; the README has them, too. */
record InShort(Markdown text) {

    static String of(JsonNode results) {
        InShort inShort = new InShort(new Markdown());
        inShort.machines(results);
        inShort.figures(results);
        return inShort.text.toString();
    }

    private void machines(JsonNode results) {
        Map<String, List<String>> parts = new TreeMap<>();
        results.properties().stream()
                .filter(part -> part.getValue().has("machine"))
                .forEach(part -> parts.computeIfAbsent(machine(part.getValue()), machine -> new ArrayList<>())
                        .add(part.getKey()));
        parts.forEach((machine, measured) ->
                text.say("On " + machine + ": " + String.join(", ", new TreeSet<>(measured)) + ".\n"));
    }

    private static String machine(JsonNode part) {
        return "%s, %s processors, %.0f GB, %s, Java %s, %s%s"
                .formatted(
                        part.at("/machine/processor").asText(),
                        part.at("/machine/processors").asText(),
                        part.at("/machine/memoryMegabytes").asDouble() / 1024,
                        part.at("/machine/system").asText(),
                        part.at("/machine/java").asText(),
                        part.path("date").asText(),
                        part.path("quick").asBoolean() ? ", a quick look" : "");
    }

    private void figures(JsonNode results) {
        text.columns("what", "figure", "goal", "part");
        List<JsonNode> levels = list(results.at("/load/result/levels"));
        String at = "with %s connections"
                .formatted(each(levels, level -> level.get("connections").asText()));
        line(levels, "messages a second, by a bare echo's, " + at, "throughput", 3, "half or more", "load");
        line(levels, "99th percentile, by the echo's, " + at, "p99", 1, "under 10", "load");
        line(levels, "processor time of the server, by the echo's, " + at, "cpu", 1, "", "load");
        JsonNode stages = results.at("/stages/result");
        if (stages.has("micros")) {
            text.row("processor time of a turn", micros(stages.get("micros")), "under 300 µs", part("stages"));
        }
        for (JsonNode command : results.at("/start/result/commands")) {
            String name = command.get("command").asText();
            text.row(
                    "`" + name + "` to the first good answer",
                    number(command, "seconds", 2) + " s",
                    "under 1.5 s",
                    part("start"));
        }
        for (JsonNode memory : results.at("/start/result/memory")) {
            String turns = "%,d".formatted(memory.get("turns").asLong());
            String name = memory.get("command").asText();
            text.row(
                    "memory of `" + name + "` after " + turns + " turns",
                    number(memory, "megabytes", 0) + " MB",
                    "128 MB",
                    part("start"));
        }
        for (JsonNode grown : results.at("/growth/result/lines")) {
            JsonNode last = grown.get("points").get(grown.get("points").size() - 1);
            String from = "%,d".formatted(grown.at("/points/0/size").asInt());
            String to = "%,d".formatted(last.get("size").asInt());
            text.row(
                    "%s with %s %s, by one with %s"
                            .formatted(Growth.work(grown.get("of").asText()), to, grown.get("of").asText(), from),
                    number(last, "relative", 1) + " ×",
                    "far below linear",
                    part("growth"));
        }
        beside("intents told right in 100, ", Understood.of(results.at("/understanding/result")));
        beside("told to be out of scope in 100, ", Understood.outOfScope(results.at("/understanding/result")));
        if (results.at("/size/result").has("jar")) {
            long image = results.at("/size/result/image").asLong();
            String both = megabytes(results.at("/size/result/jar")) + " MB"
                    + (image == 0 ? "" : ", " + megabytes(results.at("/size/result/image")) + " MB");
            text.row(image == 0 ? "the jar" : "the jar, the image", both, "", part("size"));
        }
    }

    private void beside(String what, List<Understood> sets) {
        for (Understood set : sets) {
            String theirs = set.theirs().isPresent()
                    ? ", nlp.js %.1f".formatted(set.theirs().getAsDouble())
                    : "";
            String ahead = "ahead of nlp.js" + (set.published().isEmpty() ? "" : ", Rasa (2019) and Dialogflow");
            String others = set.published().entrySet().stream()
                    .filter(other -> other.getKey().matches("(Rasa|Dialogflow)\\b.*"))
                    .map(other -> ", %s %.1f".formatted(other.getKey(), other.getValue()))
                    .collect(Collectors.joining());
            String figure = "%.1f%s%s".formatted(set.ours(), theirs, others);
            text.row(what + set.name(), figure, ahead, part("understanding"));
        }
    }

    private void line(List<JsonNode> levels, String what, String figure, int digits, String goal, String part) {
        if (!levels.isEmpty()) {
            text.row(what, each(levels, level -> number(level, figure, digits)), goal, part(part));
        }
    }

    private static String each(List<JsonNode> nodes, Function<JsonNode, String> figure) {
        return nodes.stream().map(figure).collect(Collectors.joining(", "));
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }
}

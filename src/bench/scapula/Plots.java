package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import scapula.Chart.Bar;
import scapula.Chart.Named;
import scapula.Chart.Row;

/** The figures as pictures, one for each question that somebody has. */
record Plots(JsonNode results, Path into) {

    private static final double NO_GOAL = -1;
    private static final double LEAST_SHOWN = 60;

    static void write(JsonNode results, Path into) throws IOException {
        Plots plots = new Plots(results, into);
        plots.load();
        plots.stages();
        plots.start();
        plots.growth();
        plots.size();
        plots.understanding();
    }

    private JsonNode of(String part) {
        return results.path(part).path("result");
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    private static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** Draws nothing where nothing was measured. */
    private void draw(String name, String title, String description, String goal, List<Bar> bars) throws IOException {
        if (!bars.isEmpty()) {
            Files.writeString(into.resolve(name + ".svg"), new Chart(title, description).bars(bars, goal));
        }
    }

    private void load() throws IOException {
        List<Bar> throughput = new ArrayList<>();
        List<Bar> slowest = new ArrayList<>();
        for (JsonNode level : of("load").path("levels")) {
            int connections = level.get("connections").asInt();
            String name = connections == 1 ? "1 connection" : connections + " connections";
            double ratio = level.get("throughput").asDouble();
            double p99 = level.get("p99").asDouble();
            throughput.add(new Bar(name, ratio, said(ratio < 0.1 ? "%.3f" : "%.2f", ratio), 0.5));
            slowest.add(new Bar(name, p99, said("%.1f ×", p99), 10));
        }
        String title = "Messages a second, by a bare echo's";
        String shows = "For each number of connections, how many messages a second POST /api/chat answers, by how many"
                + " a bare echo of the same web server answers.";
        draw("throughput", title, shows, "goal: half or more", throughput);
        title = "The slowest in 100, by a bare echo's";
        shows = "For each number of connections, the 99th percentile of POST /api/chat by that of a bare echo.";
        draw("p99", title, shows, "goal: under 10 ×", slowest);
    }

    private void stages() throws IOException {
        List<Bar> bars = new ArrayList<>();
        of("stages").path("stages").properties().forEach(stage -> {
            bars.add(micros(stage.getKey(), stage.getValue().get("micros"), NO_GOAL));
        });
        if (!bars.isEmpty()) {
            bars.add(micros("all", of("stages").get("micros"), 300));
        }
        String shows =
                "Microseconds that a first message takes to be read, decided, put into words, kept and made JSON.";
        draw("stages", "Processor time of a turn, by stage", shows, "goal: under 300 µs", bars);
    }

    private static Bar micros(String name, JsonNode micros, double goal) {
        double value = micros.asDouble();
        return new Bar(name, value, said(value < 10 ? "%.1f µs" : "%,.0f µs", value), goal);
    }

    private void start() throws IOException {
        List<Bar> starts = list(of("start").path("commands")).stream()
                .map(command -> bar(command, "seconds", "%.2f s", 1.5))
                .toList();
        List<Bar> memory = list(of("start").path("memory")).stream()
                .map(after -> bar(after, "megabytes", "%,.0f MB", 128))
                .toList();
        String title = "From the command to the first answer";
        draw("start", title, "Seconds until a first good answer came.", "goal: under 1.5 s", starts);
        title = said("Memory after %,d turns", of("start").at("/memory/0/turns").asLong());
        draw("memory", title, "Megabytes of the machine's memory in all.", "goal: 128 MB", memory);
    }

    private static Bar bar(JsonNode of, String figure, String form, double goal) {
        double value = of.get(figure).asDouble();
        return new Bar(of.get("command").asText(), value, said(form, value), goal);
    }

    /** On a logarithmic scale, as things grow by tens and by millions. */
    private void growth() throws IOException {
        List<Bar> bars = new ArrayList<>();
        for (JsonNode line : of("growth").path("lines")) {
            JsonNode points = line.get("points");
            JsonNode last = points.get(points.size() - 1);
            double smallest = points.get(0).get("size").asDouble();
            double largest = last.get("size").asDouble();
            double relative = last.get("relative").asDouble();
            bars.add(new Bar(
                    said("%,.0f to %,.0f %s", smallest, largest, line.get("of").asText()),
                    Math.max(0, Math.log10(relative)),
                    said("%.1f ×", relative),
                    Math.log10(largest / smallest)));
        }
        String shows =
                "How many times the processor time grows: of a turn where there are so many more answers or red-flag"
                        + " rules, of keeping it where there are so many more conversations. The scale is logarithmic.";
        draw("growth", "What a turn takes as things grow", shows, "if it were linear", bars);
    }

    private void size() throws IOException {
        List<Bar> bars = new ArrayList<>();
        of("size").path("parts").properties().forEach(part -> bars.add(megabytes(part.getKey(), part.getValue())));
        if (!bars.isEmpty()) {
            bars.add(megabytes("the jar", of("size").get("jar")));
        }
        if (of("size").path("image").asLong() > 0) {
            bars.add(megabytes("the image", of("size").get("image")));
        }
        draw("size", "Size", "Megabytes of the jar, of its parts and of the container image.", "", bars);
    }

    private static Bar megabytes(String name, JsonNode bytes) {
        return new Bar(name, bytes.asDouble(), said("%,.1f MB", bytes.asDouble() / 1e6), NO_GOAL);
    }

    private void understanding() throws IOException {
        String beside = " of Scapula's classifier, of nlp.js on the same split, and published ones.";
        String title = "Intents that are told right, in 100";
        String shows = "For each public set of messages, the accuracy" + beside;
        dots("understanding", title, shows, LEAST_SHOWN, Understood.of(of("understanding")));
        title = "Out of scope, and told to be so, in 100";
        shows = "Of the messages of CLINC150 that belong to no intent, the recall" + beside;
        dots("out-of-scope", title, shows, 0, Understood.outOfScope(of("understanding")));
    }

    private void dots(String name, String title, String description, double least, List<Understood> sets)
            throws IOException {
        List<Row> rows = sets.stream()
                .map(set -> new Row(set.name(), set.ours(), set.theirs(), others(set)))
                .toList();
        if (!rows.isEmpty()) {
            String svg = new Chart(title, description).dots(rows, least, "Scapula", "nlp.js");
            Files.writeString(into.resolve(name + ".svg"), svg);
        }
    }

    private static List<Named> others(Understood set) {
        List<Named> others = new ArrayList<>();
        set.published().forEach((name, value) -> others.add(new Named(name, value)));
        return others;
    }
}

package scapula.understand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import scapula.understand.Contestant.Row;
import scapula.understand.Features.Seen;

/** What each step from OpenNLP's defaults to the present model brought, on validation messages. */
final class Steps {

    /** Every so many messages of each class are kept aside where a set has no validation part. */
    private static final int KEPT_ASIDE = 10;

    /** OpenNLP's quasi-Newton trainer takes too long with more events than this. */
    private static final int MOST_FOR_QN = 10_000;

    private final List<Row> train = new ArrayList<>();
    private final List<Row> validation = new ArrayList<>();
    private final Features features;
    private final String set;
    private final ArrayNode told;

    /** A way to train. */
    private interface Training {
        MaxentModel of(List<Event> events) throws IOException;
    }

    private Steps(Path data, String set, Features features, ArrayNode told) throws IOException {
        this.set = set;
        this.features = features;
        this.told = told;
        List<Row> rows = Row.read(data.resolve(set + ".tsv"));
        boolean has = rows.stream().anyMatch(row -> row.split().equals("val"));
        Map<String, Integer> seen = new HashMap<>();
        for (Row row : rows) {
            if (!row.label().equals(Understanding.OUT_OF_SCOPE) && !row.split().equals("test")) {
                boolean aside =
                        has ? !row.trains() : seen.merge(row.label(), 1, Integer::sum) % KEPT_ASIDE == 1;
                (aside ? validation : train).add(row);
            }
        }
    }

    static ArrayNode measure(Path data) throws IOException {
        ArrayNode told = new ObjectMapper().createArrayNode();
        Features features =
                new Features(new WordVectors(ByteBuffer.wrap(Files.readAllBytes(Path.of("models/vectors/words.bin")))));
        for (String set : List.of("clinc150", "banking77")) {
            new Steps(data, set, features, told).all();
        }
        return told;
    }

    private void all() throws IOException {
        step("OpenNLP's defaults: words, GIS, cutoff 5", "=", events -> opennlp(events, "MAXENT", 5));
        step("no cutoff", "=", events -> opennlp(events, "MAXENT", 0));
        if (train.size() < MOST_FOR_QN) {
            step("stems and pairs, quasi-Newton with L2", "w", events -> opennlp(events, QNTrainer.MAXENT_QN_VALUE, 0));
        }
        step("liblinear, rare features count more", "wa", Steps::linear);
        step("and pieces of words", "wap", Steps::linear);
        step("and where the words point: the present model", "wapv", Steps::linear);
    }

    private void step(String name, String kinds, Training training) throws IOException {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        MaxentModel model =
                training.of(train.stream().map(row -> event(row, kinds)).toList());
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
        long right = validation.stream()
                .map(row -> event(row, kinds))
                .filter(event -> model.getBestOutcome(model.eval(event.getContext(), event.getValues()))
                        .equals(event.getOutcome()))
                .count();
        double accuracy = (double) right / validation.size();
        told.addObject()
                .put("set", set)
                .put("step", name)
                .put("validationAccuracy", accuracy)
                .put("trainCpuSeconds", seconds);
        System.out.printf("%-10s %-45s %.4f, training %.1f CPU s%n", set, name, accuracy, seconds);
    }

    /** A row as the features of some kinds; "=" stands for the bare words. */
    private Event event(Row row, String kinds) {
        List<Word> words = Text.words(row.text());
        if (kinds.equals("=")) {
            String[] bare = words.stream().map(Word::text).toArray(String[]::new);
            float[] there = new float[bare.length];
            Arrays.fill(there, 1);
            return new Event(row.label(), bare, there);
        }
        Seen seen = features.of(words, List.of());
        int[] kept = IntStream.range(0, seen.names().length)
                .filter(at -> kinds.indexOf(seen.names()[at].charAt(0)) >= 0)
                .toArray();
        String[] names = new String[kept.length];
        float[] values = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            names[i] = seen.names()[kept[i]];
            values[i] = seen.values()[kept[i]];
        }
        return new Event(row.label(), names, values);
    }

    private static MaxentModel linear(List<Event> events) throws IOException {
        return new LinearTrainer().train(ObjectStreamUtils.createObjectStream(events));
    }

    private static MaxentModel opennlp(List<Event> events, String algorithm, int cutoff) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
        parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(QNTrainer.L2COST_PARAM, 1.0);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
        return trainer.train(ObjectStreamUtils.createObjectStream(
                events.stream().map(event -> new Event(event.getOutcome(), event.getContext())).toList()));
    }
}

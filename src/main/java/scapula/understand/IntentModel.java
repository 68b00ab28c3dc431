package scapula.understand;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import scapula.domain.Intent;
import scapula.understand.Features.Seen;

/** Guesses what a message wants to know: a linear classifier of OpenNLP, trained on the example messages. */
final class IntentModel {

    /** Words that are named as the reason for an intent. */
    private static final int REASONS = 3;

    private final Features features;
    private final LinearModel model;

    private IntentModel(Features features, LinearModel model) {
        this.features = features;
        this.model = model;
    }

    /** Trains on what is seen of each intent's examples; the same examples always give the same model. */
    static IntentModel train(Features features, Map<String, List<Seen>> examples) {
        List<Event> events = new ArrayList<>();
        examples.forEach((intent, messages) ->
                messages.forEach(seen -> events.add(new Event(intent, seen.names(), seen.values()))));
        try {
            return new IntentModel(
                    features, (LinearModel) new LinearTrainer().train(ObjectStreamUtils.createObjectStream(events)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static IntentModel read(Features features, InputStream in) throws IOException {
        return new IntentModel(features, LinearModel.read(new DataInputStream(new BufferedInputStream(in))));
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
        model.write(data);
        data.flush();
    }

    /** Every intent with its probability, surest first. */
    List<Intent> guess(List<Word> words, List<Match> wordings) {
        Seen seen = features.of(words, wordings);
        double[] outcomes = model.eval(seen.names(), seen.values());
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            intents.add(new Intent(model.getOutcome(i), outcomes[i], 1, List.of()));
        }
        intents.sort(Comparator.comparingDouble(Intent::confidence).reversed());
        return intents;
    }

    /** The words that speak most for an intent: the model is linear, so each word speaks for itself. */
    List<String> because(String intent, List<Word> words) {
        int outcome = model.getIndex(intent);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Word word : words) {
            Seen own = Features.ofWord(word);
            weights.merge(word.text(), ahead(model.margins(own.names(), own.values()), outcome), Math::max);
        }
        return weights.entrySet().stream()
                .filter(word -> word.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How much more is said for an outcome than for the outcomes together. */
    private static double ahead(float[] margins, int outcome) {
        double sum = 0;
        for (float margin : margins) {
            sum += margin;
        }
        return margins[outcome] - sum / margins.length;
    }
}

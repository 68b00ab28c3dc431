package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import scapula.domain.Intent;

/** Guesses what a message wants to know: OpenNLP's document categoriser, trained on the example messages. */
final class IntentModel {

    private final DoccatModel model;

    private IntentModel(DoccatModel model) {
        this.model = model;
    }

    /** Trains on the features of each intent's examples; the same examples always give the same model. */
    static IntentModel train(Map<String, List<String[]>> examples) {
        List<DocumentSample> samples = new ArrayList<>();
        examples.forEach(
                (intent, messages) -> messages.forEach(features -> samples.add(new DocumentSample(intent, features))));
        FeatureGenerator[] asGiven = {new BagOfWordsFeatureGenerator()};
        try {
            return new IntentModel(DocumentCategorizerME.train(
                    "en", ObjectStreamUtils.createObjectStream(samples), parameters(), new DoccatFactory(asGiven)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Chosen by cross-validation, see models/README.md; OpenNLP's defaults are made for far more data. */
    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, 1.0);
        return parameters;
    }

    static IntentModel read(InputStream in) throws IOException {
        return new IntentModel(new DoccatModel(in));
    }

    void write(OutputStream out) throws IOException {
        model.serialize(out);
    }

    /** Every intent with its probability, surest first. */
    List<Intent> guess(String[] features) {
        DocumentCategorizerME categorizer = new DocumentCategorizerME(model); // not thread-safe, but light
        double[] outcomes = categorizer.categorize(features);
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            intents.add(new Intent(categorizer.getCategory(i), outcomes[i]));
        }
        intents.sort(Comparator.comparingDouble(Intent::confidence).reversed());
        return intents;
    }
}

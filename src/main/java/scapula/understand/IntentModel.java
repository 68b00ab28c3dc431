package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import scapula.domain.Intent;

/** Guesses what a message wants to know: OpenNLP's document categoriser, trained on the example messages. */
final class IntentModel {

    /** OpenNLP's generator puts this before every feature. */
    private static final String OPENNLP_PREFIX = "bow=";

    /** Words that are named as the reason for an intent. */
    private static final int REASONS = 3;

    /** How many of its last steps the trainer remembers: a few first, as that has been the quickest. */
    private static final int[] MEMORIES = {8, 15, 30};

    /** The share of its examples that a model knows which was trained to the end. */
    private static final double RECALLED = 0.97;

    private final DoccatModel model;
    private final Map<String, Context> predicates;

    @SuppressWarnings("unchecked")
    private IntentModel(DoccatModel model) {
        this.model = model;
        this.predicates = (Map<String, Context>) ((AbstractModel) model.getMaxentModel()).getDataStructures()[1];
    }

    /**
     * Trains on the features of each intent's examples; the same examples always give the same model.
     *
     * <p>OpenNLP's trainer takes a flat stretch for the end of its way, and then knows little even of the examples. So it is
     * sent on the way anew, with another memory, until it recalls them.
     */
    static IntentModel train(Map<String, List<String[]>> examples) {
        List<DocumentSample> samples = new ArrayList<>();
        examples.forEach(
                (intent, messages) -> messages.forEach(features -> samples.add(new DocumentSample(intent, features))));
        IntentModel model = null;
        for (int memory : MEMORIES) {
            model = train(samples, memory);
            if (model.recalls(samples)) {
                return model;
            }
        }
        return model;
    }

    private static IntentModel train(List<DocumentSample> samples, int memory) {
        FeatureGenerator[] asGiven = {new BagOfWordsFeatureGenerator()};
        try {
            return new IntentModel(DocumentCategorizerME.train(
                    "en",
                    ObjectStreamUtils.createObjectStream(samples),
                    parameters(memory),
                    new DoccatFactory(asGiven)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean recalls(List<DocumentSample> samples) {
        DocumentCategorizerME categorizer = new DocumentCategorizerME(model);
        long right = samples.stream()
                .filter(sample -> sample.getCategory()
                        .equals(categorizer.getBestCategory(categorizer.categorize(sample.getText()))))
                .count();
        return right >= RECALLED * samples.size();
    }

    /** Chosen by cross-validation, see models/README.md; OpenNLP's defaults are made for far more data. */
    private static TrainingParameters parameters(int memory) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 3);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, 1.0);
        parameters.put(QNTrainer.M_PARAM, memory);
        return parameters;
    }

    static IntentModel read(InputStream in) throws IOException {
        return new IntentModel(new DoccatModel(in));
    }

    void write(OutputStream out) throws IOException {
        model.serialize(out);
    }

    /** Every intent with its probability, surest first. */
    List<Intent> guess(List<Word> words, List<Match> wordings) {
        DocumentCategorizerME categorizer = new DocumentCategorizerME(model); // not thread-safe, but light
        double[] outcomes = categorizer.categorize(Features.of(words, wordings));
        List<Intent> intents = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            intents.add(new Intent(categorizer.getCategory(i), outcomes[i], 1, List.of()));
        }
        intents.sort(Comparator.comparingDouble(Intent::confidence).reversed());
        return intents;
    }

    /** The words that speak most for an intent: the model is linear, so each word has a weight of its own. */
    List<String> because(String intent, List<Word> words) {
        int outcome = ((AbstractModel) model.getMaxentModel()).getIndex(intent);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Word word : words) {
            double weight = Features.ofWord(word).stream()
                    .mapToDouble(feature -> weight(feature, outcome))
                    .sum();
            weights.merge(word.text(), weight, Math::max);
        }
        return weights.entrySet().stream()
                .filter(word -> word.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How much more a feature speaks for an outcome than for the outcomes together. */
    private double weight(String feature, int outcome) {
        Context context = predicates.get(OPENNLP_PREFIX + feature);
        if (context == null) {
            return 0;
        }
        double sum = 0;
        double own = 0;
        for (int i = 0; i < context.getOutcomes().length; i++) {
            sum += context.getParameters()[i];
            own += context.getOutcomes()[i] == outcome ? context.getParameters()[i] : 0;
        }
        return own - sum / model.getMaxentModel().getNumOutcomes();
    }
}

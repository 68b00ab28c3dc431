package scapula.understand;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.util.TrainingParameters;

/**
 * A trainer for OpenNLP that learns from its events as OpenNLP's own do, and leaves the solving to liblinear: a support
 * vector machine of Crammer and Singer. Seconds instead of minutes, and surer; see decision record 9.
 */
final class LinearTrainer extends AbstractEventTrainer {

    /** What a mistake costs and how exactly to solve; chosen on validation messages, see decision record 9. */
    private static final double COST = 0.5;

    private static final double TOLERANCE = 0.1;

    LinearTrainer() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, getClass().getName());
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(DATA_INDEXER_PARAM, DATA_INDEXER_ONE_PASS_REAL_VALUE);
        init(parameters, new HashMap<>());
    }

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public LinearModel doTrain(DataIndexer events) {
        String[] names = events.getPredLabels();
        Rarity rarity = Rarity.of(names, events.getPredCounts(), events.getNumEvents());
        Problem problem = new Problem();
        problem.l = events.getNumEvents();
        problem.n = names.length;
        problem.x = new Feature[problem.l][];
        problem.y = Arrays.stream(events.getOutcomeList()).asDoubleStream().toArray();
        for (int event = 0; event < problem.l; event++) {
            int[] features = events.getContexts()[event];
            problem.x[event] = nodes(features, rarity.weigh(features, events.getValues()[event]));
        }
        Linear.disableDebugOutput();
        Model solved = Linear.train(problem, new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE));
        return LinearModel.of(events.getOutcomeLabels(), names, rarity, weights(solved, names.length));
    }

    /** What liblinear is given: ascending, and counted from one. */
    private static Feature[] nodes(int[] features, float[] weighed) {
        return IntStream.range(0, features.length)
                .mapToObj(i -> new FeatureNode(features[i] + 1, weighed[i]))
                .sorted(Comparator.comparingInt(FeatureNode::getIndex))
                .toArray(Feature[]::new);
    }

    /** For each feature a weight for each outcome; liblinear puts the outcomes in an order of its own. */
    private static float[][] weights(Model solved, int features) {
        int[] outcomes = solved.getLabels();
        double[] flat = solved.getFeatureWeights();
        float[][] weights = new float[features][outcomes.length];
        for (int feature = 0; feature < features; feature++) {
            for (int i = 0; i < outcomes.length; i++) {
                weights[feature][outcomes[i]] = (float) flat[feature * outcomes.length + i];
            }
        }
        return weights;
    }
}

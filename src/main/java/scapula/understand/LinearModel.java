package scapula.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.MaxentModel;

/** A model for OpenNLP that is smaller than OpenNLP's own: for each feature one byte for each outcome. */
final class LinearModel implements MaxentModel {

    /** Margins divided by this are logarithms of odds; chosen on validation messages, see decision record 9. */
    private static final float SPREAD = 0.13f;

    private final String[] outcomes;
    private final Places places;
    private final Rarity rarity;

    /** What a byte of 1 stands for, for each feature. */
    private final float[] scales;

    /** Feature by feature, and within it outcome by outcome. */
    private final byte[] weights;

    private LinearModel(String[] outcomes, Places places, Rarity rarity, float[] scales, byte[] weights) {
        this.outcomes = outcomes;
        this.places = places;
        this.rarity = rarity;
        this.scales = scales;
        this.weights = weights;
    }

    /**
     * @param names of the features
     * @param exact for each feature a weight for each outcome
     */
    static LinearModel of(String[] outcomes, String[] names, Rarity rarity, float[][] exact) {
        float[] scales = new float[names.length];
        byte[] weights = new byte[names.length * outcomes.length];
        for (int feature = 0; feature < names.length; feature++) {
            float most = 0;
            for (float weight : exact[feature]) {
                most = Math.max(most, Math.abs(weight));
            }
            scales[feature] = most / Byte.MAX_VALUE;
            for (int outcome = 0; outcome < outcomes.length && most > 0; outcome++) {
                weights[feature * outcomes.length + outcome] =
                        (byte) Math.round(exact[feature][outcome] / scales[feature]);
            }
        }
        return new LinearModel(outcomes, Places.of(names), rarity, scales, weights);
    }

    static LinearModel read(DataInputStream in) throws IOException {
        String[] outcomes = new String[in.readInt()];
        for (int outcome = 0; outcome < outcomes.length; outcome++) {
            outcomes[outcome] = in.readUTF();
        }
        Places places = Places.read(in);
        Rarity rarity = Rarity.read(in);
        float[] scales = new float[in.readInt()];
        for (int feature = 0; feature < scales.length; feature++) {
            scales[feature] = in.readFloat();
        }
        byte[] weights = new byte[scales.length * outcomes.length];
        in.readFully(weights);
        return new LinearModel(outcomes, places, rarity, scales, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(outcomes.length);
        for (String outcome : outcomes) {
            out.writeUTF(outcome);
        }
        places.write(out);
        rarity.write(out);
        out.writeInt(scales.length);
        for (float scale : scales) {
            out.writeFloat(scale);
        }
        out.write(weights);
    }

    /** How far features speak for each outcome. */
    float[] margins(String[] context, float[] values) {
        int[] features = new int[context.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = places.of(context[i]);
        }
        float[] weighed = rarity.weigh(features, values);
        float[] margins = new float[outcomes.length];
        for (int i = 0; i < features.length; i++) {
            if (weighed[i] != 0) {
                float much = weighed[i] * scales[features[i]];
                int row = features[i] * margins.length;
                for (int outcome = 0; outcome < margins.length; outcome++) {
                    margins[outcome] += much * weights[row + outcome];
                }
            }
        }
        return margins;
    }

    @Override
    public double[] eval(String[] context, float[] values) {
        float[] margins = margins(context, values);
        double[] probabilities = new double[margins.length];
        double sum = 0;
        for (int outcome = 0; outcome < margins.length; outcome++) {
            probabilities[outcome] = Math.exp(margins[outcome] / SPREAD);
            sum += probabilities[outcome];
        }
        for (int outcome = 0; outcome < margins.length; outcome++) {
            probabilities[outcome] /= sum;
        }
        return probabilities;
    }

    @Override
    public double[] eval(String[] context) {
        float[] there = new float[context.length];
        Arrays.fill(there, 1);
        return eval(context, there);
    }

    @Override
    public double[] eval(String[] context, double[] probabilities) {
        System.arraycopy(eval(context), 0, probabilities, 0, outcomes.length);
        return probabilities;
    }

    @Override
    public String getBestOutcome(double[] probabilities) {
        int best = 0;
        for (int outcome = 1; outcome < probabilities.length; outcome++) {
            best = probabilities[outcome] > probabilities[best] ? outcome : best;
        }
        return outcomes[best];
    }

    @Override
    public String getAllOutcomes(double[] probabilities) {
        return IntStream.range(0, outcomes.length)
                .mapToObj(outcome -> outcomes[outcome] + "[" + probabilities[outcome] + "]")
                .collect(Collectors.joining(" "));
    }

    @Override
    public String getOutcome(int outcome) {
        return outcomes[outcome];
    }

    @Override
    public int getIndex(String outcome) {
        return Arrays.asList(outcomes).indexOf(outcome);
    }

    @Override
    public int getNumOutcomes() {
        return outcomes.length;
    }
}

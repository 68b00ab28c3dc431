package scapula.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How much each feature counts in a message: the rarer it is the more, and all features of a kind together as much as
 * those of any other kind, so that a long message counts no more than a short one.
 */
final class Rarity {

    private static final int LETTERS = 128;

    private final char[] kinds;
    private final float[] rarity;

    private Rarity(char[] kinds, float[] rarity) {
        this.kinds = kinds;
        this.rarity = rarity;
    }

    /**
     * @param names of the features, each beginning with its kind, a small letter
     * @param counts in how many messages each was seen
     * @param messages of how many
     */
    static Rarity of(String[] names, int[] counts, int messages) {
        char[] kinds = new char[names.length];
        float[] rarity = new float[names.length];
        for (int feature = 0; feature < names.length; feature++) {
            kinds[feature] = names[feature].charAt(0);
            rarity[feature] = (float) (1 + Math.log((messages + 1.0) / counts[feature]));
        }
        return new Rarity(kinds, rarity);
    }

    static Rarity read(DataInputStream in) throws IOException {
        int features = in.readInt();
        char[] kinds = new char[features];
        float[] rarity = new float[features];
        for (int feature = 0; feature < features; feature++) {
            kinds[feature] = in.readChar();
            rarity[feature] = in.readFloat();
        }
        return new Rarity(kinds, rarity);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(kinds.length);
        for (int feature = 0; feature < kinds.length; feature++) {
            out.writeChar(kinds[feature]);
            out.writeFloat(rarity[feature]);
        }
    }

    /**
     * How much the features of a message count.
     *
     * @param features the place of each, negative where nothing is known of it
     * @param values how much there is of each
     */
    float[] weigh(int[] features, float[] values) {
        float[] weighed = new float[features.length];
        double[] squares = new double[LETTERS];
        for (int i = 0; i < features.length; i++) {
            if (features[i] >= 0) {
                weighed[i] = values[i] * rarity[features[i]];
                squares[kinds[features[i]]] += weighed[i] * weighed[i];
            }
        }
        for (int i = 0; i < features.length; i++) {
            if (weighed[i] != 0) {
                weighed[i] /= (float) Math.sqrt(squares[kinds[features[i]]]);
            }
        }
        return weighed;
    }
}

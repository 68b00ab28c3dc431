package scapula.understand;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import scapula.domain.Likenesses;
import scapula.domain.Likenesses.Known;

/**
 * The known wordings as numbers: each is the sum of its words' numbers, at length 1, so that its product with a sum of
 * words, divided by the length of that sum, is the cosine of the two.
 */
final class KnownWordings {

    /**
     * The known wording that is nearest to some words.
     *
     * @param cosine how near, 0 to 1
     */
    record Nearest(Known wording, double cosine) {}

    /** Denying and not denying are never the same: "can feel my legs" is not near "cannot feel my legs". */
    private static final float OTHER_POLARITY = 0.15f;

    /** In four runs: dangers and harmless ones, each without and with a denial. */
    private final List<Known> known;

    private final int[] runs = new int[5];

    /** Number by number, and within it wording by wording. */
    private final float[][] dangers;

    private final float[][] harmless;

    /**
     * Of wordings with a word that has no numbers nothing can be told, and they are left out.
     *
     * @param denying words that make two wordings opposites
     */
    KnownWordings(List<Known> wordings, WordVectors vectors, Set<String> denying, Cutting cutting) {
        Map<Known, List<String>> texts = new LinkedHashMap<>();
        wordings.forEach(wording -> texts.put(wording, cutting.texts(wording.wording())));
        texts.values().removeIf(words -> !words.stream().allMatch(vectors::knows));
        ToIntFunction<Known> run = wording -> run(wording, texts.get(wording), denying);
        this.known =
                texts.keySet().stream().sorted(Comparator.comparingInt(run)).toList();
        known.forEach(wording -> runs[run.applyAsInt(wording) + 1]++);
        for (int at = 1; at < runs.length; at++) {
            runs[at] += runs[at - 1];
        }
        this.dangers = columns(known.subList(0, runs[2]), texts, vectors);
        this.harmless = columns(known.subList(runs[2], runs[4]), texts, vectors);
    }

    private static float[][] columns(List<Known> wordings, Map<Known, List<String>> texts, WordVectors vectors) {
        float[][] columns = new float[vectors.dims()][wordings.size()];
        for (int at = 0; at < wordings.size(); at++) {
            float[] sum = vectors.sum(texts.get(wordings.get(at)));
            float length = WordVectors.length(sum);
            for (int i = 0; i < sum.length && length > 0; i++) {
                columns[i][at] = sum[i] / length;
            }
        }
        return columns;
    }

    private static int run(Known wording, List<String> words, Set<String> denying) {
        int harmless = wording.token().equals(Likenesses.HARMLESS) ? 2 : 0;
        return harmless + (words.stream().anyMatch(denying::contains) ? 1 : 0);
    }

    /** A vector's products with every danger; those of a sum of words are the sums of the words' products. */
    float[] besideDangers(float[] vector) {
        return products(vector, dangers);
    }

    /** The danger that words with these products and this length of sum are nearest to. */
    Nearest danger(float[] products, float length, boolean denies) {
        return nearest(products, length, 0, denies);
    }

    /** How near words come to any harmless wording. */
    double harmless(float[] vector, float length, boolean denies) {
        return nearest(products(vector, harmless), length, 2, denies).cosine;
    }

    private static float[] products(float[] vector, float[][] columns) {
        float[] products = new float[columns[0].length];
        for (int i = 0; i < vector.length; i++) {
            addTimes(products, vector[i], columns[i]);
        }
        return products;
    }

    /** A loop of its own, over whole arrays: so it becomes one of the processor's vector instructions. */
    private static void addTimes(float[] products, float number, float[] column) {
        for (int at = 0; at < products.length; at++) {
            products[at] += number * column[at];
        }
    }

    /** The nearest of the known wordings of a run and of the next, which has the other polarity. */
    private Nearest nearest(float[] products, float length, int run, boolean denies) {
        int middle = runs[run + 1] - runs[run];
        int without = highest(products, 0, middle);
        int with = highest(products, middle, products.length);
        double cosineWithout = without < 0 ? -1 : products[without] / length - (denies ? OTHER_POLARITY : 0);
        double cosineWith = with < 0 ? -1 : products[with] / length - (denies ? 0 : OTHER_POLARITY);
        return cosineWithout >= cosineWith
                ? new Nearest(known.get(runs[run] + without), cosineWithout)
                : new Nearest(known.get(runs[run] + with), cosineWith);
    }

    private static int highest(float[] products, int from, int to) {
        int highest = from < to ? from : -1;
        for (int at = from + 1; at < to; at++) {
            if (products[at] > products[highest]) {
                highest = at;
            }
        }
        return highest;
    }
}

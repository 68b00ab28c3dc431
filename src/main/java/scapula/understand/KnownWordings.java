package scapula.understand;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Set<String> denying;

    /** In four runs: dangers and harmless ones, each without and with a denial. */
    private final List<Known> known;

    private final int[] runs = new int[5];

    /** Number by number, and within it wording by wording. */
    private final float[][] columns;

    /**
     * Of wordings with a word that has no numbers nothing can be told, and they are left out.
     *
     * @param denying words that make two wordings opposites
     */
    KnownWordings(List<Known> wordings, WordVectors vectors, Set<String> denying) {
        this.denying = denying;
        this.known = wordings.stream()
                .filter(wording -> texts(wording.wording()).stream().allMatch(vectors::knows))
                .sorted(Comparator.comparingInt(this::run))
                .toList();
        known.forEach(wording -> runs[run(wording) + 1]++);
        for (int run = 1; run < runs.length; run++) {
            runs[run] += runs[run - 1];
        }
        this.columns = new float[vectors.dims()][known.size()];
        for (int at = 0; at < known.size(); at++) {
            float[] sum = vectors.sum(texts(known.get(at).wording()));
            float length = WordVectors.length(sum);
            for (int i = 0; i < sum.length && length > 0; i++) {
                columns[i][at] = sum[i] / length;
            }
        }
    }

    private int run(Known wording) {
        int harmless = wording.token().equals(Likenesses.HARMLESS) ? 2 : 0;
        return harmless + (texts(wording.wording()).stream().anyMatch(denying::contains) ? 1 : 0);
    }

    private static List<String> texts(String wording) {
        return Text.words(wording).stream().map(Word::text).toList();
    }

    /** The words of the known wordings, those that most of them share first. */
    Stream<String> commonestWords() {
        return known.stream()
                .flatMap(wording -> texts(wording.wording()).stream())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey);
    }

    /** A vector's products with every danger; those of a sum of words are the sums of the words' products. */
    float[] besideDangers(float[] vector) {
        return products(vector, 0, runs[2]);
    }

    /** The danger that words with these products and this length of sum are nearest to. */
    Nearest danger(float[] products, float length, boolean denies) {
        return nearest(products, length, 0, denies);
    }

    /** How near words come to any harmless wording. */
    double harmless(float[] vector, float length, boolean denies) {
        return nearest(products(vector, runs[2], runs[4]), length, 2, denies).cosine;
    }

    private float[] products(float[] vector, int from, int to) {
        float[] products = new float[to - from];
        for (int i = 0; i < vector.length; i++) {
            float number = vector[i];
            float[] column = columns[i];
            for (int at = 0; at < products.length; at++) {
                products[at] += number * column[from + at];
            }
        }
        return products;
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

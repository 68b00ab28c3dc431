package scapula.understand;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.domain.Likenesses;
import scapula.domain.Likenesses.Known;
import scapula.domain.Pattern.Says;
import scapula.understand.Text.Sentence;

/**
 * Finds words that mean nearly the same as a known wording of a danger, and not as a harmless one.
 *
 * <p>A window of two to eight words is compared with all known wordings by the cosine of their sums. The sums are linear,
 * so each word is compared once, and a window adds up what its words have.
 */
final class Near {

    /**
     * A danger that the words come near to.
     *
     * @param wording the known wording that is nearest
     * @param cosine how near, 0 to 1
     * @param ahead how much nearer than to any harmless wording
     */
    record Found(Match match, String wording, double cosine, double ahead) {

        /** Near enough to count as said; both chosen on the tuning messages, see models/README.md. */
        boolean isSure() {
            return cosine >= SURE && ahead >= FAR_AHEAD;
        }
    }

    private static final double SURE = 0.86;
    private static final double FAR_AHEAD = 0.10;

    /** As near as this, and this much nearer than any harmless wording, is worth a question. */
    private static final float WORTH_A_QUESTION = 0.72f;

    private static final float AHEAD = 0.03f;

    /** Denying and not denying are never the same: "can feel my legs" is not near "cannot feel my legs". */
    private static final float OTHER_POLARITY = 0.15f;

    private static final int[] WINDOWS = {2, 3, 4, 5, 6, 8};
    private static final int KEPT_READY = 1_000;

    private final WordVectors vectors;
    private final Set<String> small;
    private final Set<String> denying;

    /** Known wordings in four runs: dangers and harmless ones, each without and with a denial. */
    private final List<Known> known;

    private final int[] runs = new int[5];

    /** Number by number, and within it wording by wording: the known sums at length 1. */
    private final float[][] columns;

    private final Map<String, Compared> ready = new HashMap<>();

    /** A word beside the known dangers: its numbers, its product with each of them, and the highest. */
    private static final class Compared {
        private final float[] numbers;
        private final float[] products;
        private final float highest;

        Compared(float[] numbers, float[] products) {
            this.numbers = numbers;
            this.products = products;
            int best = highest(products, 0, products.length);
            this.highest = best < 0 ? 0 : Math.max(0, products[best]);
        }
    }

    private record Best(int at, double cosine) {}

    /** Words of a text that are near to a known danger. */
    private static final class Window {
        private final List<Integer> at;
        private final float[] sum;
        private final float length;
        private final boolean denies;
        private Known nearest;
        private double cosine;

        Window(List<Integer> at, List<Compared> compared, boolean denies) {
            this.at = at;
            this.sum = new float[compared.get(0).numbers.length];
            compared.forEach(word -> add(sum, word.numbers));
            this.length = Math.max(WordVectors.length(sum), Float.MIN_NORMAL);
            this.denies = denies;
        }

        String token() {
            return nearest.token();
        }

        double cosine() {
            return cosine;
        }

        static Window nearer(Window one, Window other) {
            return one.cosine >= other.cosine ? one : other;
        }
    }

    Near(Likenesses likenesses, Context context) {
        this.vectors = new WordVectors(likenesses.vectors());
        this.small = context.words(Cue.SMALL);
        this.denying = context.words(Cue.DENYING);
        this.known = likenesses.known().stream()
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
        vectors.commonestFirst().stream().limit(KEPT_READY).forEach(word -> ready.put(word, compare(word)));
    }

    private static List<String> texts(String wording) {
        return Text.words(wording).stream().map(Word::text).toList();
    }

    private int run(Known wording) {
        int harmless = wording.token().equals(Likenesses.HARMLESS) ? 2 : 0;
        return harmless + (texts(wording.wording()).stream().anyMatch(denying::contains) ? 1 : 0);
    }

    /** The nearest reading of each danger that the text comes near to, surest first. */
    List<Found> find(Text text) {
        Map<String, Window> nearest = new HashMap<>();
        for (Sentence sentence : text.sentences()) {
            List<Word> words = text.words().subList(sentence.first(), sentence.last() + 1);
            List<Compared> compared =
                    words.stream().map(word -> compared(word.text())).toList();
            for (int size : WINDOWS) {
                for (int first = 0; first + size <= words.size() || first == 0; first++) {
                    int last = Math.min(first + size, words.size());
                    window(words.subList(first, last), compared.subList(first, last), sentence.first() + first)
                            .ifPresent(window -> nearest.merge(window.token(), window, Window::nearer));
                }
            }
        }
        return nearest.values().stream()
                .sorted(Comparator.comparingDouble(Window::cosine).reversed().thenComparing(Window::token))
                .flatMap(window -> found(window).stream())
                .toList();
    }

    /** How a word goes with every known danger. */
    private Compared compared(String word) {
        Compared kept = ready.get(word);
        return kept == null ? compare(word) : kept;
    }

    private Compared compare(String word) {
        float[] numbers = new float[vectors.dims()];
        vectors.addTo(numbers, word);
        return new Compared(numbers, products(numbers, 0, runs[2]));
    }

    /** A vector's products with the known wordings from one place to another. */
    private float[] products(float[] numbers, int from, int to) {
        float[] products = new float[to - from];
        for (int i = 0; i < numbers.length; i++) {
            float number = numbers[i];
            float[] column = columns[i];
            for (int at = 0; at < products.length; at++) {
                products[at] += number * column[from + at];
            }
        }
        return products;
    }

    private Optional<Window> window(List<Word> words, List<Compared> compared, int offset) {
        if (small.contains(words.get(0).text())
                || small.contains(words.get(words.size() - 1).text())
                || words.stream().filter(word -> !small.contains(word.text())).count() < 2) {
            return Optional.empty();
        }
        List<Integer> at =
                IntStream.range(offset, offset + words.size()).boxed().toList();
        boolean denies = words.stream().anyMatch(word -> denying.contains(word.text()));
        Window window = new Window(at, compared, denies);
        double most = compared.stream().mapToDouble(word -> word.highest).sum();
        if (most / window.length < WORTH_A_QUESTION) {
            return Optional.empty();
        }
        float[] products = new float[runs[2]];
        compared.forEach(word -> add(products, word.products));
        Best danger = best(products, window.length, 0, denies);
        window.nearest = known.get(danger.at);
        window.cosine = danger.cosine;
        return danger.cosine < WORTH_A_QUESTION ? Optional.empty() : Optional.of(window);
    }

    /** A window counts where it is nearer to a danger than to anything harmless. */
    private Optional<Found> found(Window window) {
        float[] products = products(window.sum, runs[2], runs[4]);
        double ahead = window.cosine - best(products, window.length, 2, window.denies).cosine;
        return ahead < AHEAD
                ? Optional.empty()
                : Optional.of(new Found(
                        new Match(window.token(), Says.YES, window.at),
                        window.nearest.wording(),
                        window.cosine,
                        ahead));
    }

    private static void add(float[] to, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }

    /** The nearest of the known wordings of a run and of the next, which has the other polarity. */
    private Best best(float[] products, float length, int run, boolean denies) {
        int middle = runs[run + 1] - runs[run];
        int without = highest(products, 0, middle);
        int with = highest(products, middle, products.length);
        double cosineWithout = without < 0 ? -1 : products[without] / length - (denies ? OTHER_POLARITY : 0);
        double cosineWith = with < 0 ? -1 : products[with] / length - (denies ? 0 : OTHER_POLARITY);
        return cosineWithout >= cosineWith
                ? new Best(runs[run] + without, cosineWithout)
                : new Best(runs[run] + with, cosineWith);
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

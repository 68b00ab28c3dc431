package scapula.understand;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.domain.Likenesses;
import scapula.domain.Likenesses.Known;
import scapula.domain.Pattern.Says;
import scapula.domain.Remembered;
import scapula.understand.KnownWordings.Nearest;
import scapula.understand.Text.Sentence;

/**
 * Finds words that mean nearly the same as a known wording of a danger, and not as a harmless one.
 *
 * <p>A window of two to eight words is compared with all known wordings by the cosine of their sums. The sums are linear,
 * so each word is compared once, and a window grows by adding what the next word has.
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

    private static final double SURE = 0.90;
    private static final double FAR_AHEAD = 0.10;

    /** As near as this, and this much nearer than any harmless wording, is worth a question. */
    private static final float WORTH_A_QUESTION = 0.74f;

    private static final float AHEAD = 0.06f;

    private static final Set<Integer> SIZES = Set.of(2, 3, 4, 5, 6, 8);
    private static final int LARGEST = 8;

    /** Words that are kept compared; each takes some 16 kB. */
    private static final int REMEMBERED = 600;

    private final WordVectors vectors;
    private final Set<String> small;
    private final Set<String> denying;
    private final KnownWordings known;
    private final float[] nothing;
    private final float[] besideNothing;
    private final Remembered<String, Compared> compared = new Remembered<>(REMEMBERED, this::compare);

    /** A word beside the known dangers: its numbers, its product with each of them, and the highest of those, or 0. */
    private static final class Compared {
        private final float[] numbers;
        private final float[] products;
        private final float highest;

        /** Whether a window may begin and end with it, and must have two such. */
        private final boolean tells;

        private final boolean denies;

        Compared(float[] numbers, float[] products, boolean tells, boolean denies) {
            this.numbers = numbers;
            this.products = products;
            float most = 0;
            for (float product : products) {
                most = Math.max(most, product);
            }
            this.highest = most;
            this.tells = tells;
            this.denies = denies;
        }
    }

    /** Words of a text that are near to a known danger. */
    private static final class Window {
        private final int first;
        private final int last;
        private final float[] sum;
        private final float length;
        private final boolean denies;
        private final Nearest danger;

        Window(int first, int last, float[] sum, float length, boolean denies, Nearest danger) {
            this.first = first;
            this.last = last;
            this.sum = sum.clone();
            this.length = length;
            this.denies = denies;
            this.danger = danger;
        }

        String token() {
            return danger.wording().token();
        }

        static Window nearer(Window one, Window other) {
            return one.danger.cosine() >= other.danger.cosine() ? one : other;
        }
    }

    Near(Likenesses likenesses, Context context, Cutting cutting) {
        this.vectors = new WordVectors(likenesses.vectors());
        this.small = context.words(Cue.SMALL);
        this.denying = context.words(Cue.DENYING);
        this.known = new KnownWordings(likenesses.known(), vectors, denying, cutting);
        this.nothing = new float[vectors.dims()];
        this.besideNothing = known.besideDangers(nothing);
    }

    WordVectors vectors() {
        return vectors;
    }

    /** The nearest reading of each danger that the text comes near to and that has not been read, surest first. */
    List<Found> find(Text text, Predicate<String> isRead) {
        Map<String, Window> nearest = new HashMap<>();
        for (Sentence sentence : text.sentences()) {
            List<Compared> words = text.words().subList(sentence.first(), sentence.last() + 1).stream()
                    .map(word -> compared.of(word.text()))
                    .toList();
            for (int first = 0; first < words.size(); first++) {
                grow(words, first, sentence.first(), nearest);
            }
        }
        return nearest.values().stream()
                .filter(window -> !isRead.test(window.token()))
                .sorted(Comparator.comparing((Window window) -> -window.danger.cosine())
                        .thenComparing(Window::token))
                .flatMap(this::found)
                .toList();
    }

    /** How a word goes with every known danger. */
    private Compared compare(String word) {
        if (!vectors.knows(word)) {
            return new Compared(nothing, besideNothing, false, denying.contains(word));
        }
        float[] numbers = vectors.sum(List.of(word));
        return new Compared(numbers, known.besideDangers(numbers), !small.contains(word), denying.contains(word));
    }

    /** Looks at the windows that begin with a word; what no window can come near to is not added up. */
    private void grow(List<Compared> words, int first, int offset, Map<String, Window> nearest) {
        if (!words.get(first).tells) {
            return;
        }
        float[] sum = new float[vectors.dims()];
        float[] products = null;
        int added = first;
        float most = 0;
        int telling = 0;
        boolean denies = false;
        for (int last = first; last < Math.min(words.size(), first + LARGEST); last++) {
            Compared word = words.get(last);
            add(sum, word.numbers);
            most += word.highest;
            telling += word.tells ? 1 : 0;
            denies |= word.denies;
            boolean whole = first == 0 && last == words.size() - 1;
            if (!word.tells || telling < 2 || !(SIZES.contains(last - first + 1) || whole)) {
                continue;
            }
            float length = Math.max(WordVectors.length(sum), Float.MIN_NORMAL);
            if (most / length < WORTH_A_QUESTION) {
                continue;
            }
            products = products == null ? new float[word.products.length] : products;
            for (; added <= last; added++) {
                add(products, words.get(added).products);
            }
            Nearest danger = known.danger(products, length, denies);
            if (danger.cosine() >= WORTH_A_QUESTION) {
                nearest.merge(
                        danger.wording().token(),
                        new Window(offset + first, offset + last, sum, length, denies, danger),
                        Window::nearer);
            }
        }
    }

    /** A window counts where it is nearer to a danger than to anything harmless. */
    private Stream<Found> found(Window window) {
        double ahead = window.danger.cosine() - known.harmless(window.sum, window.length, window.denies);
        if (ahead < AHEAD) {
            return Stream.empty();
        }
        List<Integer> at =
                IntStream.rangeClosed(window.first, window.last).boxed().toList();
        Known wording = window.danger.wording();
        return Stream.of(
                new Found(new Match(wording.token(), Says.YES, at), wording.wording(), window.danger.cosine(), ahead));
    }

    private static void add(float[] to, float[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += what[i];
        }
    }
}

package scapula.distil;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes what the near reader compares with, once: {@code models/vectors/words.bin} and {@code known.tsv}.
 *
 * <p>Each word of {@code models/words.txt} goes through the sentence-embedding model all-MiniLM-L6-v2, is reduced to its
 * main directions and made the lighter the commoner it is. Then the words of short phrases are fitted, so that their sum
 * points where the model puts the phrase: the phrases of {@code phrases.txt}, the wordings of dangers, pieces of the
 * tuning messages, and the words that these and the examples of intents use often. The layout of {@code words.bin} is
 * told at {@code scapula.understand.WordVectors}.
 */
public final class Distil {

    private static final int DIMS = 96;
    private static final int COMMONEST = 20_000;
    private static final int USUAL = 3;
    private static final double COMMON = 0.001;
    private static final double STIFFNESS = 3;
    private static final int PIECES_OF_A_MESSAGE = 12;

    private final List<String> words;
    private final List<int[]> phrases;
    private final float[][] ofWords;
    private final float[][] ofPhrases;

    private Distil(List<String> known, List<String> texts) {
        Set<String> all = new LinkedHashSet<>(known);
        texts.forEach(text -> all.addAll(Messages.words(text)));
        words = List.copyOf(all);
        Map<String, Integer> places = new HashMap<>();
        words.forEach(word -> places.put(word, places.size()));
        phrases = texts.stream()
                .map(text -> Messages.words(text).stream().mapToInt(places::get).toArray())
                .toList();
        ofWords = centred(words);
        ofPhrases = centred(texts);
    }

    /** Works on the project's folder, the first argument. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path vectors = Files.createDirectories(project.resolve("models/vectors"));
        List<String> words = lines(project.resolve("models/words.txt"));
        Models models = Models.read(project.resolve("models"));
        List<Messages.Message> messages = Messages.read(project.resolve("src/test/resources/reading/tuning.jsonl"));
        Set<String> texts = new LinkedHashSet<>(lines(project.resolve("src/distil/phrases.txt")));
        Random random = new Random(5);
        for (Messages.Message message : messages) {
            List<List<String>> pieces = new ArrayList<>(Messages.windows(message.text(), Set.of(), 3, 4, 5, 6));
            Collections.shuffle(pieces, random);
            pieces.stream().limit(PIECES_OF_A_MESSAGE).forEach(piece -> texts.add(String.join(" ", piece)));
        }
        texts.addAll(usual(messages, project.resolve("models/intents")));
        models.wordings().forEach(wording -> texts.add(wording.words()));
        Distil distil = new Distil(words, List.copyOf(texts));
        float[][] fitted = distil.run(vectors.resolve("words.bin"));
        Map<String, float[]> byWord = new HashMap<>();
        for (int i = 0; i < fitted.length; i++) {
            byWord.put(distil.words.get(i), fitted[i]);
        }
        new Known(byWord, models).write(messages, vectors.resolve("known.tsv"));
    }

    /** Words of this field that everyday speech has too seldom, such as "breathlessness". */
    private static Set<String> usual(List<Messages.Message> messages, Path examples) throws IOException {
        List<String> texts = new ArrayList<>();
        messages.forEach(message -> texts.add(message.text()));
        try (Stream<Path> files = Files.list(examples)) {
            for (Path file : files.sorted().toList()) {
                texts.addAll(lines(file));
            }
        }
        Map<String, Long> counts = texts.stream()
                .flatMap(text -> Messages.words(text).stream())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count < USUAL);
        return counts.keySet();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !Messages.words(line).isEmpty())
                .toList();
    }

    /** Each tenth hundred of phrases is held out of a first fit, to tell what it is worth; OUT is fitted to all. */
    private float[][] run(Path out) throws IOException {
        float[][] axes = Algebra.axes(ofPhrases, DIMS);
        float[][] start = start(axes);
        float[][] targets = Algebra.along(axes, ofPhrases);
        IntPredicate any = row -> true;
        IntPredicate heldOut = row -> row / 100 % 10 == 9;
        float[][] tried = fitted(start, targets, heldOut.negate());
        float[][] fitted = fitted(start, targets, any);
        write(out, fitted);
        System.out.printf(
                "%d numbers, mean cosine: all %.3f, fitted %.3f; held out %.3f, fitted to the others %.3f; %d bytes%n",
                DIMS,
                cosine(start, targets, any),
                cosine(fitted, targets, any),
                cosine(start, targets, heldOut),
                cosine(tried, targets, heldOut),
                Files.size(out));
        return fitted;
    }

    private static float[][] centred(List<String> texts) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        List<Embedding> embeddings =
                new AllMiniLmL6V2QuantizedEmbeddingModel().embedAll(segments).content();
        float[][] rows = embeddings.stream().map(Embedding::vector).toArray(float[][]::new);
        float[] mean = new float[rows[0].length];
        for (float[] row : rows) {
            Algebra.add(mean, 1.0 / rows.length, row);
        }
        for (float[] row : rows) {
            Algebra.add(row, -1, mean);
        }
        return rows;
    }

    /** The word of rank r is taken to have the share 1 / (r ln N) of all that is said, by Zipf's law. */
    private float[][] start(float[][] axes) {
        float[][] start = Algebra.along(axes, ofWords);
        for (int place = 0; place < start.length; place++) {
            double share = 1 / ((place + 1) * Math.log(start.length));
            start[place] = Algebra.scaled(start[place], COMMON / (COMMON + share));
        }
        return start;
    }

    /** The words, changed so that the sum of each used phrase turns to its target and stays as long as it is. */
    private float[][] fitted(float[][] start, float[][] targets, IntPredicate used) {
        int[] rows = IntStream.range(0, phrases.size()).filter(used).toArray();
        int[][] groups = new int[rows.length][];
        float[][] gaps = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            groups[i] = phrases.get(rows[i]);
            float[] sum = Algebra.sum(start, groups[i]);
            gaps[i] = Algebra.scaled(targets[rows[i]], Algebra.length(sum));
            Algebra.add(gaps[i], -1, sum);
        }
        float[][] fitted = Algebra.ridge(groups, gaps, start.length, STIFFNESS);
        for (int word = 0; word < start.length; word++) {
            Algebra.add(fitted[word], 1, start[word]);
        }
        return fitted;
    }

    private double cosine(float[][] vectors, float[][] targets, IntPredicate used) {
        return IntStream.range(0, phrases.size())
                .filter(used)
                .mapToDouble(row -> {
                    float[] sum = Algebra.sum(vectors, phrases.get(row));
                    return Algebra.dot(sum, targets[row]) / Algebra.length(sum);
                })
                .average()
                .orElseThrow();
    }

    private void write(Path out, float[][] vectors) throws IOException {
        BitSet kept = new BitSet();
        kept.set(0, Math.min(COMMONEST, words.size()));
        phrases.stream().flatMapToInt(Arrays::stream).forEach(kept::set);
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            data.writeBytes(vectors[0].length + " " + kept.cardinality() + "\n");
            for (int word : kept.stream().toArray()) {
                float largest = 0;
                for (float number : vectors[word]) {
                    largest = Math.max(largest, Math.abs(number));
                }
                float scale = largest / Byte.MAX_VALUE;
                data.writeUTF(words.get(word));
                data.writeFloat(scale);
                for (float number : vectors[word]) {
                    data.writeByte(Math.round(number / scale));
                }
            }
        }
    }
}

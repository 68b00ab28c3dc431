package scapula.distil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.distil.Messages.Finding;
import scapula.distil.Messages.Message;

/**
 * Chooses the wordings that the near reader knows.
 *
 * <p>Of dangers: the vocabulary's and those of the tuning messages, but for near doubles. Harmless ones: pieces of
 * the tuning messages that hold nothing alarming, where they come near to a danger, each only if those chosen before it do
 * not already stand between.
 */
final class Known {

    private static final String HARMLESS = "harmless";
    private static final int LONGEST = 8;
    private static final double NEAR_DOUBLE = 0.96;
    private static final double WORTH_KNOWING = 0.60;
    private static final double CLEARLY_NEARER = 0.05;
    private static final double SAME = 0.93;
    private static final float OTHER_POLARITY = 0.15f;

    private record Phrase(String token, List<String> words, boolean denies, List<Float> direction) {
        String line() {
            return token + "\t" + String.join(" ", words);
        }
    }

    private final Map<String, float[]> vectors;
    private final Models models;

    Known(Map<String, float[]> vectors, Models models) {
        this.vectors = vectors;
        this.models = models;
    }

    void write(List<Message> messages, Path out) throws IOException {
        List<Phrase> dangers = dangers(messages);
        List<Phrase> harmless = harmless(messages, dangers);
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Wordings that the near reader knows: of dangers, and harmless ones that look like them. Made by a");
        lines.add("# command, see models/README.md; lines may be added by hand.");
        dangers.forEach(phrase -> lines.add(phrase.line()));
        harmless.forEach(phrase -> lines.add(phrase.line()));
        Files.write(out, lines);
        System.out.printf("%d wordings of dangers, %d harmless ones%n", dangers.size(), harmless.size());
    }

    private List<Phrase> dangers(List<Message> messages) {
        Set<Finding> found = new LinkedHashSet<>();
        messages.forEach(message -> found.addAll(message.findings()));
        found.addAll(models.wordings());
        List<Phrase> dangers = new ArrayList<>();
        for (Finding finding : found) {
            List<String> words = Messages.words(finding.words());
            boolean fits = words.size() <= LONGEST && !words.isEmpty() && Messages.says(words, models.small());
            if (fits && models.dangers().contains(finding.token()) && vectors.keySet().containsAll(words)) {
                Phrase phrase = phrase(finding.token(), words);
                boolean doubled = dangers.stream()
                        .anyMatch(other -> other.token.equals(phrase.token) && likeness(other, phrase) > NEAR_DOUBLE);
                if (!doubled) {
                    dangers.add(phrase);
                }
            }
        }
        return dangers;
    }

    private List<Phrase> harmless(List<Message> messages, List<Phrase> dangers) {
        Set<List<String>> candidates = new LinkedHashSet<>();
        messages.stream()
                .filter(Message::harmless)
                .forEach(message ->
                        candidates.addAll(Messages.windows(message.text(), models.small(), 2, 3, 4, 5, 6, 8)));
        List<Phrase> phrases =
                candidates.stream().map(words -> phrase(HARMLESS, words)).toList();
        double[] nearest = phrases.parallelStream()
                .mapToDouble(phrase -> nearest(phrase, dangers))
                .toArray();
        List<Phrase> chosen = new ArrayList<>();
        IntStream.range(0, phrases.size())
                .boxed()
                .filter(i -> nearest[i] >= WORTH_KNOWING)
                .sorted(Comparator.comparingDouble((Integer i) -> -nearest[i]))
                .forEach(i -> {
                    double known = nearest(phrases.get(i), chosen);
                    if (known < nearest[i] + CLEARLY_NEARER && known <= SAME) {
                        chosen.add(phrases.get(i));
                    }
                });
        return chosen;
    }

    private static double nearest(Phrase phrase, List<Phrase> others) {
        double nearest = -1;
        for (Phrase other : others) {
            nearest = Math.max(nearest, likeness(phrase, other));
        }
        return nearest;
    }

    private static double likeness(Phrase one, Phrase other) {
        float cosine = one.denies == other.denies ? 0 : -OTHER_POLARITY;
        for (int i = 0; i < one.direction.size(); i++) {
            cosine += one.direction.get(i) * other.direction.get(i);
        }
        return cosine;
    }

    private Phrase phrase(String token, List<String> words) {
        float[] sum = new float[vectors.values().iterator().next().length];
        words.stream().filter(vectors::containsKey).forEach(word -> Algebra.add(sum, 1, vectors.get(word)));
        double length = Math.max(Algebra.length(sum), 1e-9);
        List<Float> direction = new ArrayList<>();
        for (float number : sum) {
            direction.add((float) (number / length));
        }
        return new Phrase(token, words, words.stream().anyMatch(models.denying()::contains), direction);
    }
}

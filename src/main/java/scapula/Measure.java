package scapula;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scapula.content.Content;
import scapula.understand.Reader;

/** Cross-validation of the intents: each example is read by a model that has not seen it. */
record Measure(Content content, int folds) {

    /** How one intent fared. */
    private static final class Tally {
        private int examples;
        private int found;
        private int claimed;

        double recall() {
            return examples == 0 ? 0 : (double) found / examples;
        }

        double precision() {
            return claimed == 0 ? 0 : (double) found / claimed;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    /** Prints examples, precision, recall and F1 of each intent, then the whole. */
    void print(PrintWriter out) {
        Map<String, Tally> tallies = tally();
        out.printf("%-24s %8s %9s %7s %6s%n", "intent", "examples", "precision", "recall", "F1");
        tallies.forEach((intent, tally) -> out.printf(
                "%-24s %8d %9.3f %7.3f %6.3f%n",
                intent, tally.examples, tally.precision(), tally.recall(), tally.f1()));
        int examples = tallies.values().stream().mapToInt(tally -> tally.examples).sum();
        int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
        double macro = tallies.values().stream()
                .filter(tally -> tally.examples > 0)
                .mapToDouble(Tally::f1)
                .average()
                .orElse(0);
        out.printf(
                "%d folds, %d examples: accuracy %.3f, macro-F1 %.3f%n",
                folds, examples, (double) found / examples, macro);
        out.flush();
    }

    private Map<String, Tally> tally() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        content.examples().keySet().forEach(intent -> tallies.put(intent, new Tally()));
        for (int fold = 0; fold < folds; fold++) {
            Map<String, List<String>> train = new LinkedHashMap<>();
            Map<String, List<String>> test = new LinkedHashMap<>();
            split(fold, train, test);
            Reader reader = Reader.trained(content.vocabulary(), content.context(), train);
            test.forEach((intent, messages) -> messages.forEach(message -> {
                String guess = reader.surestIntent(message).id();
                tallies.get(intent).examples++;
                tallies.computeIfAbsent(guess, unclear -> new Tally()).claimed++;
                if (guess.equals(intent)) {
                    tallies.get(intent).found++;
                }
            }));
        }
        return tallies;
    }

    /** Every so many lines one is kept aside, so that each writer of the examples is in each part. */
    private void split(int fold, Map<String, List<String>> train, Map<String, List<String>> test) {
        content.examples().forEach((intent, messages) -> {
            train.put(intent, new ArrayList<>());
            test.put(intent, new ArrayList<>());
            for (int i = 0; i < messages.size(); i++) {
                (i % folds == fold ? test : train).get(intent).add(messages.get(i));
            }
        });
    }
}

package scapula.understand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import scapula.understand.Contestant.Row;

/** Guesses beside the rows that were asked. */
record Guesses(List<Row> asked, JsonNode guesses) {

    /** The share of test messages in scope that are guessed right and at least so surely. */
    double inScope(double threshold) {
        return share("test", false, threshold);
    }

    double outOfScope(double threshold) {
        return share("test", true, threshold);
    }

    private double share(String split, boolean outOfScope, double threshold) {
        int[] of = IntStream.range(0, asked.size())
                .filter(at -> asked.get(at).split().equals(split)
                        && asked.get(at).label().equals(Understanding.OUT_OF_SCOPE) == outOfScope)
                .toArray();
        return (double) Arrays.stream(of).filter(at -> right(at, threshold)).count() / of.length;
    }

    private boolean right(int at, double threshold) {
        String guess = guesses.get(at).get("sure").asDouble() < threshold
                ? Understanding.OUT_OF_SCOPE
                : guesses.get(at).get("label").asText();
        return guess.equals(asked.get(at).label());
    }

    /** The threshold with which most validation messages are right, in scope and out of it together. */
    double bestThreshold() {
        int[] val = IntStream.range(0, asked.size())
                .filter(at -> asked.get(at).split().equals("val"))
                .toArray();
        return IntStream.range(0, 100)
                .mapToObj(step -> step / 100.0)
                .max(Comparator.comparingLong((Double threshold) ->
                        Arrays.stream(val).filter(at -> right(at, threshold)).count()))
                .orElseThrow();
    }
}

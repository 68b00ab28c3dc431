package scapula.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number that people tell: how bad, how hot, how old, how long.
 *
 * @param wordings how it is said, with {@code {n}} for the number and {@code {unit}} for one of the units;
 *     {@code ...} stands for up to three other words, {@code {whole}} and {@code {decimal}} for a number in digits
 *     without and with a fraction; bars around it ask that nothing but punctuation stands beside it
 * @param units how many of the band's own unit one of each is: a week is 7 days
 * @param unless words right after the number that make it another number: "52 kg"
 * @param bands which token which numbers stand for
 */
public record Measure(
        String name, List<String> wordings, Map<String, Double> units, Set<String> unless, List<Band> bands) {

    /**
     * The numbers that stand for one token.
     *
     * @param from the smallest number that counts
     * @param below the smallest number that counts no more
     * @param absent whether the number says that it is not so: a temperature of 36.8 is no fever
     */
    public record Band(String token, double from, double below, boolean absent) {}
}

package scapula.understand;

import io.gitlab.rxp90.jsymspell.api.DamerauLevenshteinOSA;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Finds the words that take the fewest slips to become what was typed: a letter left out, put in, put wrong, or two
 * letters in each other's place.
 *
 * <p>Every word is looked at, and none is missed. Most need no counting of slips, since one slip changes which letters a
 * word has by two at most.
 */
final class Speller {

    private final DamerauLevenshteinOSA slips = new DamerauLevenshteinOSA();

    /** Commonest first, and beside each word its letters, a bit for each. */
    private final List<String> words;

    private final int[] letters;

    /** @param frequencies how common each word is */
    Speller(Map<String, Long> frequencies) {
        this.words = frequencies.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        this.letters = words.stream().mapToInt(Speller::letters).toArray();
    }

    private static int letters(String word) {
        return word.chars().reduce(0, (all, letter) -> all | 1 << (letter & 31));
    }

    /**
     * The words that are nearest; none where the nearest takes more slips than allowed. First comes what keeps the letter
     * at the beginning, then what has the same letters ("croked" is crooked), then what has more of them, since letters
     * are left out sooner than put in ("blackd" is blacked), then what is commonest.
     */
    List<String> nearest(String typed, int allowed) {
        int typedLetters = letters(typed);
        int fewest = allowed;
        List<String> nearest = new ArrayList<>();
        for (int at = 0; at < letters.length; at++) {
            if (Integer.bitCount(typedLetters ^ letters[at]) > 2 * fewest) {
                continue;
            }
            int needed = slips.distanceWithEarlyStop(typed, words.get(at), fewest);
            if (needed < 0 || needed > fewest) {
                continue;
            }
            if (needed < fewest) {
                fewest = needed;
                nearest.clear();
            }
            nearest.add(words.get(at));
        }
        nearest.sort(Comparator.comparing((String word) -> word.charAt(0) != typed.charAt(0))
                .thenComparing(word -> letters(word) != typedLetters)
                .thenComparing(word -> word.length() <= typed.length()));
        return nearest;
    }
}

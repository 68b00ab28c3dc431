package scapula.understand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the intent model sees of a message: stems and neighbouring stems, pieces of words, kinds of finding, and where the
 * words point together. The first letter of a feature's name is its kind.
 */
final class Features {

    /** Features of some words, each once, and how much there is of each. */
    static final class Seen {
        private final String[] names;
        private final float[] values;

        private Seen(Set<String> names, String[] more, float[] values) {
            this.names = names.toArray(new String[names.size() + more.length]);
            System.arraycopy(more, 0, this.names, names.size(), more.length);
            this.values = new float[this.names.length];
            Arrays.fill(this.values, 0, names.size(), 1);
            System.arraycopy(values, 0, this.values, names.size(), values.length);
        }

        String[] names() {
            return names;
        }

        float[] values() {
            return values;
        }
    }

    private static final char STEMS = 'w';
    private static final char PIECES = 'p';
    private static final char KINDS = 'k';
    private static final char DIRECTION = 'v';

    /** What every message has, so that an outcome with many examples starts ahead. */
    private static final String ALWAYS = "a";

    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 4;

    private final WordVectors vectors;
    private final String[] directions;

    Features(WordVectors vectors) {
        this.vectors = vectors;
        this.directions = new String[vectors.dims()];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = DIRECTION + "" + i;
        }
    }

    /** The features of a message. */
    Seen of(List<Word> words, List<Match> matches) {
        Set<String> names = new LinkedHashSet<>();
        List<String> stems = new ArrayList<>();
        float[] sum = new float[vectors.dims()];
        for (Word word : words) {
            addOwn(word, names);
            stems.add(word.stem());
            vectors.addTo(sum, word.text());
        }
        addPairs(STEMS, stems, names);
        names.add(ALWAYS);
        if (!matches.isEmpty()) {
            matches.forEach(match -> names.add(KINDS + "#" + match.slot()));
            addPairs(KINDS, withSlots(stems, matches), names);
        }
        return new Seen(names, directions, sum);
    }

    /** The features that a word has by itself, wherever it stands. */
    static Seen ofWord(Word word) {
        Set<String> names = new LinkedHashSet<>();
        addOwn(word, names);
        return new Seen(names, new String[0], new float[0]);
    }

    private static void addOwn(Word word, Set<String> names) {
        names.add(STEMS + word.stem());
        String edged = "<" + word.text() + ">";
        for (int size = SHORTEST_PIECE; size <= LONGEST_PIECE; size++) {
            for (int at = 0; at + size <= edged.length(); at++) {
                names.add(PIECES + edged.substring(at, at + size));
            }
        }
    }

    private static void addPairs(char kind, List<String> stems, Set<String> names) {
        String before = "^";
        for (String stem : stems) {
            names.add(kind + before + " " + stem);
            before = stem;
        }
        names.add(kind + before + " $");
    }

    /** The stems with each finding replaced by its slot, so that an unseen sport is read like a known one. */
    private static List<String> withSlots(List<String> stems, List<Match> matches) {
        List<String> replaced = new ArrayList<>();
        int at = 0;
        for (Match match : matches) {
            replaced.addAll(stems.subList(at, match.first()));
            replaced.add("#" + match.slot());
            at = match.last() + 1;
        }
        replaced.addAll(stems.subList(at, stems.size()));
        return replaced;
    }
}

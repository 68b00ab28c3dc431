package scapula.understand;

import java.util.ArrayList;
import java.util.List;

/** What the intent model sees of a message: stems, neighbouring stems, pieces of words, and kinds of finding. */
final class Features {

    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 4;

    private Features() {}

    static String[] of(List<Word> words, List<Match> matches) {
        List<String> features = new ArrayList<>();
        String before = "^";
        for (Word word : words) {
            features.addAll(ofWord(word));
            features.add("b=" + before + "_" + word.stem());
            before = word.stem();
        }
        features.add("b=" + before + "_$");
        addKinds(words, matches, features);
        return features.toArray(String[]::new);
    }

    /** The features that a word has by itself, wherever it stands. */
    static List<String> ofWord(Word word) {
        List<String> features = new ArrayList<>();
        features.add("w=" + word.stem());
        addPieces(word.text(), features);
        return features;
    }

    private static void addPieces(String text, List<String> features) {
        String edged = "<" + text + ">";
        for (int size = SHORTEST_PIECE; size <= LONGEST_PIECE; size++) {
            for (int at = 0; at + size <= edged.length(); at++) {
                features.add("p=" + edged.substring(at, at + size));
            }
        }
    }

    /** The sentence with each finding replaced by its slot, so that an unseen sport is read like a known one. */
    private static void addKinds(List<Word> words, List<Match> matches, List<String> features) {
        String before = "^";
        int at = 0;
        for (Match match : matches) {
            for (; at < match.first(); at++) {
                features.add("k=" + before + "_" + words.get(at).stem());
                before = words.get(at).stem();
            }
            String slot = match.slot();
            features.add("s=" + slot);
            features.add("k=" + before + "_#" + slot);
            before = "#" + slot;
            at = match.last() + 1;
        }
        for (; at < words.size(); at++) {
            features.add("k=" + before + "_" + words.get(at).stem());
            before = words.get(at).stem();
        }
    }
}

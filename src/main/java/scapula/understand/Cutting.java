package scapula.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Cuts wordings into words: many thousand phrases of the content share few words, and each of these is read once. */
final class Cutting {

    private final Map<String, List<Word>> read = new HashMap<>();

    /** The words of a wording, as {@link Text#words} tells them; where they stand is not told. */
    List<Word> words(String wording) {
        if (wording.indexOf(' ') < 0) {
            return read.computeIfAbsent(wording, Text::words);
        }
        List<Word> words = new ArrayList<>(4);
        StringTokenizer parts = new StringTokenizer(wording);
        while (parts.hasMoreTokens()) {
            words.addAll(read.computeIfAbsent(parts.nextToken(), Text::words));
        }
        return words;
    }

    List<String> texts(String wording) {
        return words(wording).stream().map(Word::text).toList();
    }
}

package scapula.content;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How hard a text is to read: the Automated Readability Index (Senter and Smith, 1967), a US school grade, from letters a
 * word and words a sentence. It needs no list of syllables, so that everyone who counts gets the same grade.
 *
 * @param words how many there are
 * @param grade from about 1; what a twelve-year-old reads with ease is at most 6
 */
record Readability(int words, double grade) {

    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?:]+(?=\\s|$)|\\n\\s*\\n|\\n(?=\\s*(-|\\d+\\.)\\s)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Of Markdown; an item of a list is a sentence. */
    static Readability of(String markdown) {
        List<String> sentences = SENTENCE_END
                .splitAsStream(markdown.replaceAll("\\{[^}]*}", "call them"))
                .map(sentence ->
                        sentence.replaceAll("(?m)^\\s*(-|\\d+\\.)\\s", "").strip())
                .filter(sentence -> !NO_WORD.matcher(sentence).replaceAll("").isEmpty())
                .toList();
        List<String> words = sentences.stream()
                .flatMap(sentence -> Pattern.compile("\\s+").splitAsStream(sentence))
                .map(word -> NO_WORD.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
        int letters = words.stream().mapToInt(String::length).sum();
        double grade =
                words.isEmpty() ? 0 : 4.71 * letters / words.size() + 0.5 * words.size() / sentences.size() - 21.43;
        return new Readability(words.size(), grade);
    }
}

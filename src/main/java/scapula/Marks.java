package scapula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scapula.domain.Question;
import scapula.domain.Question.Option;

/**
 * What to type for the options of a question: their numbers; or letters, where several things are asked at once, such as
 * an age or weeks, and a number may be an answer of its own.
 */
record Marks(List<String> marks, List<Option> options) {

    private static final int LETTERS = 'z' - 'a' + 1;
    private static final String BETWEEN = "(?:[\\s,;&+.)]|\\band\\b)+";

    static Marks of(Question question) {
        int size = question.options().size();
        boolean lettered = !question.form().oneOf().isEmpty() && size <= LETTERS;
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            marks.add(lettered ? String.valueOf((char) ('a' + i)) : String.valueOf(i + 1));
        }
        return new Marks(List.copyOf(marks), question.options());
    }

    /** The ids of the options whose marks a line consists of; none where it says anything else. */
    List<String> chosen(String line) {
        List<String> typed = List.of(line.toLowerCase(Locale.ROOT).split(BETWEEN));
        return marks.containsAll(typed)
                ? typed.stream()
                        .map(mark -> options.get(marks.indexOf(mark)).id())
                        .distinct()
                        .toList()
                : List.of();
    }
}

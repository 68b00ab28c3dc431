package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import scapula.domain.Context;
import scapula.domain.Context.Cue;

/** Parts of a message that may each ask something: "why is it tight" and "how do I stretch it". */
final class Questions {

    /** A shorter part is the tail of another question, not one of its own. */
    private static final int SHORTEST = 3;

    private final Context context;

    Questions(Context context) {
        this.context = context;
    }

    /** The parts, each with some words before the next question word; the whole message where there is only one. */
    List<List<Word>> in(Text text) {
        List<List<Word>> parts = new ArrayList<>();
        List<Word> words = text.words();
        int first = 0;
        for (int at = 1; at < words.size(); at++) {
            if (asksAnew(words, at) && at - first >= SHORTEST && words.size() - at >= SHORTEST) {
                parts.add(words.subList(first, at));
                first = at;
            }
        }
        parts.add(words.subList(first, words.size()));
        return parts;
    }

    /** Whether a text asks anything. */
    boolean asks(Text text) {
        return text.raw().contains("?")
                || context.words(Cue.QUESTIONS)
                        .contains(
                                text.words().isEmpty()
                                        ? ""
                                        : text.words().get(0).text());
    }

    /** A question word after a break, or after "and". */
    private boolean asksAnew(List<Word> words, int at) {
        boolean apart = words.get(at).opens() || words.get(at - 1).text().equals("and");
        return apart && context.words(Cue.QUESTIONS).contains(words.get(at).text());
    }
}

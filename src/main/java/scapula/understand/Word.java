package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.stemmer.PorterStemmer;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;

/**
 * A word of a message.
 *
 * @param text in lower case, apostrophes dropped
 * @param stem without its ending: "lifting" and "lifts" are both "lift"
 * @param start offset in the message, in UTF-16 code units
 * @param end offset after the last character
 * @param opens whether punctuation stands before it, so that no wording reaches across
 */
record Word(String text, String stem, int start, int end, boolean opens) {

    /** The same place in the message, read as another word. */
    Word as(String other) {
        return new Word(other, new PorterStemmer().stem(other), start, end, opens);
    }

    private static final String APOSTROPHES = "'’‘`´";
    private static final String BREAKS = ".,;:!?()";

    /** The words and numbers of a text; punctuation is left out. */
    static List<Word> of(String text) {
        PorterStemmer stemmer = new PorterStemmer();
        List<Word> words = new ArrayList<>();
        boolean opens = false;
        for (Span span : joinedAtApostrophes(text, SimpleTokenizer.INSTANCE.tokenizePos(text))) {
            String plain = text.substring(span.getStart(), span.getEnd())
                    .replaceAll("[" + APOSTROPHES + "]", "")
                    .toLowerCase(Locale.ROOT);
            if (plain.chars().anyMatch(Character::isLetterOrDigit)) {
                words.add(new Word(plain, stemmer.stem(plain), span.getStart(), span.getEnd(), opens));
                opens = false;
            } else {
                opens |= BREAKS.indexOf(text.charAt(span.getStart())) >= 0;
            }
        }
        return words;
    }

    /** "don't" is one word, though the tokenizer sees three. */
    private static List<Span> joinedAtApostrophes(String text, Span[] spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            boolean touches = last >= 0 && joined.get(last).getEnd() == span.getStart();
            boolean apostrophe = APOSTROPHES.indexOf(text.charAt(span.getStart())) >= 0
                    || (touches && APOSTROPHES.indexOf(text.charAt(span.getStart() - 1)) >= 0);
            if (touches && apostrophe) {
                joined.set(last, new Span(joined.get(last).getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}

package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import opennlp.tools.stemmer.PorterStemmer;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.Span;
import scapula.understand.Word.Break;

/** A message cut into words and sentences. */
record Text(String raw, List<Word> words, List<Sentence> sentences) {

    /**
     * Words from one full stop to the next.
     *
     * @param first index of its first word
     * @param last index of its last word
     * @param asks whether it ends with a question mark
     */
    record Sentence(int first, int last, boolean asks) {
        boolean holds(int word) {
            return first <= word && word <= last;
        }
    }

    private static final String APOSTROPHES = "'’‘`´";
    private static final Pattern APOSTROPHE = Pattern.compile("[" + APOSTROPHES + "]");
    private static final String COMMAS = ",:()[]-–—/";
    private static final String STOPS = ".;!?…\n";

    /** A text whose words are read as others, such as short forms written out. */
    static Text of(String raw, List<Word> words) {
        List<Sentence> sentences = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).after() == Break.STOP) {
                int until = i == words.size() ? raw.length() : words.get(i).start();
                boolean asks = raw.substring(words.get(i - 1).end(), until).contains("?");
                sentences.add(new Sentence(first, i - 1, asks));
                first = i;
            }
        }
        return new Text(raw, words, List.copyOf(sentences));
    }

    Sentence sentenceOf(int word) {
        return sentences.stream()
                .filter(sentence -> sentence.holds(word))
                .findFirst()
                .orElseThrow();
    }

    /** The words and numbers of a text; punctuation only separates them. */
    static List<Word> words(String raw) {
        PorterStemmer stemmer = new PorterStemmer();
        List<Word> words = new ArrayList<>();
        int read = 0;
        for (Span span : joined(raw, SimpleTokenizer.INSTANCE.tokenizePos(raw))) {
            String plain = APOSTROPHE
                    .matcher(raw.substring(span.getStart(), span.getEnd()))
                    .replaceAll("")
                    .replace(',', '.')
                    .toLowerCase(Locale.ROOT);
            if (plain.chars().anyMatch(Character::isLetterOrDigit)) {
                Break before = words.isEmpty() ? Break.NONE : breakIn(raw.substring(read, span.getStart()));
                words.add(new Word(plain, stemmer.stem(plain), span.getStart(), span.getEnd(), before, false));
                read = span.getEnd();
            }
        }
        return words;
    }

    /** A hyphen inside "push-ups" separates nothing; a dash between spaces does. */
    private static Break breakIn(String between) {
        Break strongest = Break.NONE;
        for (int i = 0; i < between.length(); i++) {
            if (STOPS.indexOf(between.charAt(i)) >= 0) {
                return Break.STOP;
            }
            if (COMMAS.indexOf(between.charAt(i)) >= 0 && !between.equals("-")) {
                strongest = Break.COMMA;
            }
        }
        return strongest;
    }

    /** "don't", "38.6", "38,6" and "8/10" are one word each, though the tokenizer sees three. */
    private static List<Span> joined(String raw, Span[] spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0
                    && joined.get(last).getEnd() == span.getStart()
                    && (holdsTogether(raw, span.getStart()) || holdsTogether(raw, span.getStart() - 1))) {
                joined.set(last, new Span(joined.get(last).getStart(), span.getEnd()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** Whether the character glues its neighbours: an apostrophe, or a point, a slash or the comma of "38,6". */
    private static boolean holdsTogether(String raw, int at) {
        char c = raw.charAt(at);
        boolean betweenDigits = isDigit(raw, at - 1) && isDigit(raw, at + 1);
        boolean decimalComma = c == ',' && !isDigit(raw, at + 2);
        return APOSTROPHES.indexOf(c) >= 0 || ((c == '.' || c == '/' || decimalComma) && betweenDigits);
    }

    private static boolean isDigit(String raw, int at) {
        return at >= 0 && at < raw.length() && Character.isDigit(raw.charAt(at));
    }
}

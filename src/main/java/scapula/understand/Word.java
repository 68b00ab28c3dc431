package scapula.understand;

import opennlp.tools.stemmer.PorterStemmer;

/**
 * A word of a message.
 *
 * @param text in lower case, apostrophes dropped; "8/10" and "38.6" are one word
 * @param stem without its ending: "lifting" and "lifts" are both "lift"
 * @param start offset in the message, in UTF-16 code units
 * @param end offset after the last character
 * @param after what stands between it and the word before
 * @param guessed whether it was misspelt, and may have been meant as another word as well
 */
record Word(String text, String stem, int start, int end, Break after, boolean guessed) {

    /** What separates two words, from nothing to the end of a sentence. */
    enum Break {
        NONE,
        COMMA,
        STOP
    }

    /** The same place in the message, read as another word. */
    Word as(String other) {
        return new Word(other, new PorterStemmer().stem(other), start, end, after, false);
    }

    /** The same place in the message, read as what was perhaps meant. */
    Word asGuess(String other) {
        return new Word(other, new PorterStemmer().stem(other), start, end, after, true);
    }

    /** The same word, with nothing between it and the one before. */
    Word joined() {
        return new Word(text, stem, start, end, Break.NONE, guessed);
    }

    /** Whether punctuation stands before it, so that no wording reaches across. */
    boolean opens() {
        return after != Break.NONE;
    }
}

package scapula.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The Automated Readability Index, worked out by hand. */
class ReadabilityTest {

    @Test
    void lettersAWordAndWordsASentence() {
        Readability read = Readability.of("The cat sat on the mat. Then it slept.");
        assertEquals(9, read.words());
        assertEquals(4.71 * 28 / 9 + 0.5 * 9 / 2 - 21.43, read.grade(), 0.001);
    }

    @Test
    void anItemOfAListIsASentenceAndMarksAreNoWords() {
        Readability read = Readability.of("Try this:\n\n- **Walk** a bit.\n- Sleep well\n");
        assertEquals(7, read.words());
        assertEquals(4.71 * 24 / 7 + 0.5 * 7 / 3 - 21.43, read.grade(), 0.001);
    }

    @Test
    void whatTheRegionFillsInCountsAsTwoShortWords() {
        assertEquals(
                Readability.of("Please call them.").grade(),
                Readability.of("Please {call}.").grade(),
                0.001);
    }
}

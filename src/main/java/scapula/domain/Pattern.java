package scapula.domain;

import java.util.List;

/**
 * A composed wording: a token is meant where every part is said near the others.
 *
 * <p>A phrase is one or more words, matched by their stems; {@code weak*} stands for every word that begins so, and
 * {@code =fit} for that very word.
 *
 * @param says what it says of the token: that it is so, that it is not ("chest feels fine"), or that it has to be asked
 * @param parts of each part one phrase is needed
 * @param inOrder whether the parts must follow each other in this order
 * @param within how many other words may stand between the parts
 * @param unless phrases that must not be in the same sentence
 * @param with phrases of which one must be in the same sentence
 */
public record Pattern(
        String token,
        Says says,
        List<List<String>> parts,
        boolean inOrder,
        int within,
        List<String> unless,
        List<String> with) {

    /** What a wording can say of a token. */
    public enum Says {
        YES,
        MAYBE,
        NO
    }
}

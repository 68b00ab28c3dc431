package scapula.domain;

import java.util.List;
import java.util.Set;

/**
 * A composed wording: a token is meant where every part is said near the others.
 *
 * <p>A phrase is one or more words, matched by their stems; {@code weak*} stands for every word that begins so, and
 * {@code =fit} for that very word.
 *
 * @param denies whether it says that the token is not so: "chest feels fine"
 * @param parts of each part one phrase is needed
 * @param inOrder whether the parts must follow each other in this order
 * @param within how many other words may stand between the parts
 * @param unless phrases that must not be in the same sentence
 * @param with phrases of which one must be in the same sentence
 */
public record Pattern(
        String token,
        boolean denies,
        List<Set<String>> parts,
        boolean inOrder,
        int within,
        Set<String> unless,
        Set<String> with) {}

package scapula.domain;

import java.util.Set;

/**
 * Words that change how the words around them are read.
 *
 * @param fillers carry no meaning of their own and may stand inside a wording
 * @param denials make the finding that follows them absent
 * @param alternatives carry a denial on to the next finding: "no chest pain or sweating"
 */
public record Context(Set<String> fillers, Set<String> denials, Set<String> alternatives) {}

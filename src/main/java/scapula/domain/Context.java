package scapula.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reader knows of English besides the vocabulary.
 *
 * @param fillers carry no meaning of their own and may stand inside a wording
 * @param denials make the finding that follows them absent
 * @param alternatives carry a denial on to the next finding: "no chest pain or sweating"
 * @param shortForms what is typed for other words: "u" for "you", "backache" for "back ache"
 * @param known English words that are right as they are, commonest first
 */
public record Context(
        Set<String> fillers,
        Set<String> denials,
        Set<String> alternatives,
        Map<String, String> shortForms,
        List<String> known) {}

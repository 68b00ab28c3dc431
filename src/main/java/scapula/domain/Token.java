package scapula.domain;

import java.util.List;

/**
 * A word of the vocabulary that rules can match.
 *
 * @param id slot and value: {@code side:left}
 * @param label in plain words, as the reply quotes it
 * @param denied the same where the person does not have it: "no chest pain"
 * @param question makes sure of it: "Do you have pain in your chest?"; empty where it is never asked
 * @param danger whether a rule for a danger looks at it, so that doubt counts as yes
 * @param ofOthers whether it is told of other people: a family history, a baby's movements
 * @param named whether its wordings are names, whose words mean nothing else: the chest of "chest press" does not hurt
 * @param words ways in which people say it
 * @param assumed wordings that point to it without settling it
 */
public record Token(
        String id,
        String label,
        String denied,
        String question,
        boolean danger,
        boolean ofOthers,
        boolean named,
        List<String> words,
        List<String> assumed) {

    /** How a finding of it is told: by what it is, or that it is not there. */
    public String label(Finding finding) {
        return finding instanceof Finding.Absent && !denied.isEmpty() ? denied : label;
    }

    /** The part before the colon. */
    public String slot() {
        return id.substring(0, id.indexOf(':'));
    }
}

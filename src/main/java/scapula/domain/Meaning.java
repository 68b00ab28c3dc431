package scapula.domain;

import java.util.List;
import java.util.Set;

/**
 * What one message meant, once read.
 *
 * @param language ISO 639-1 code
 * @param intents what the person wants to know, surest first
 * @param complains whether somebody is in pain or unwell, and not only curious
 * @param aboutOther whether the person with the pain is somebody else than the writer
 * @param findings in the order in which they were written
 * @param takenBack tokens of earlier findings that the message takes away by name
 * @param likenesses what the near reader found, surest first
 * @param doubts dangers that are worth a question, surest first
 * @param chosen options of the open question that the message picks
 */
public record Meaning(
        String language,
        List<Intent> intents,
        boolean complains,
        boolean aboutOther,
        List<Finding> findings,
        Set<String> takenBack,
        List<Likeness> likenesses,
        List<Doubt> doubts,
        List<Chosen> chosen) {

    public static final String ENGLISH = "en";

    /** What is meant by saying nothing. */
    static Meaning nothing() {
        return new Meaning(ENGLISH, List.of(), false, false, List.of(), Set.of(), List.of(), List.of(), List.of());
    }

    /** What a person means who corrects one finding by name. */
    public static Meaning correction(Finding finding, boolean aboutOther) {
        Intent corrects = new Intent(Intent.CORRECTION, 1, 1, List.of());
        return new Meaning(
                ENGLISH,
                List.of(corrects),
                false,
                aboutOther,
                List.of(finding),
                Set.of(finding.token()),
                List.of(),
                List.of(),
                List.of());
    }

    /** Whether the message puts right what was said before. */
    public boolean corrects() {
        return wants(Intent.CORRECTION);
    }

    /** Whether this is among what the person wants. */
    public boolean wants(String intent) {
        return intents.stream().anyMatch(wanted -> wanted.id().equals(intent));
    }

    /** Whether the message answers this question. */
    public boolean answers(String question) {
        return chosen.stream().anyMatch(answer -> answer.question().equals(question));
    }
}

package scapula.domain;

import java.util.List;

/**
 * What one message meant, once read.
 *
 * @param language ISO 639-1 code
 * @param intents what the person wants to know, surest first
 * @param aboutOther whether the person with the pain is somebody else than the writer
 * @param findings in the order in which they were written
 * @param likenesses what the near reader found, surest first
 * @param doubts dangers that are worth a question, surest first
 * @param chosen options of the open question that the message picks
 */
public record Meaning(
        String language,
        List<Intent> intents,
        boolean aboutOther,
        List<Finding> findings,
        List<Likeness> likenesses,
        List<Doubt> doubts,
        List<Chosen> chosen) {

    public static final String ENGLISH = "en";

    /** What a person means who corrects one finding by name. */
    public static Meaning correction(Finding finding, boolean aboutOther) {
        Intent corrects = new Intent(Intent.CORRECTION, 1, 1, List.of());
        return new Meaning(ENGLISH, List.of(corrects), aboutOther, List.of(finding), List.of(), List.of(), List.of());
    }

    /** Whether the message puts right what was said before, so that it may take findings away. */
    public boolean corrects() {
        return intents.stream().anyMatch(intent -> intent.id().equals(Intent.CORRECTION));
    }
}

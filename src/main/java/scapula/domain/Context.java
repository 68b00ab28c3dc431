package scapula.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the reader knows of English besides the vocabulary.
 *
 * @param cues the words of each kind of cue
 * @param shortForms what is typed for other words: "u" for "you", "backache" for "back ache"
 * @param known English words that are right as they are, commonest first
 */
public record Context(Map<Cue, Set<String>> cues, Map<String, String> shortForms, List<String> known) {

    /** What small words can do to the words around them; {@code models/context.yml} describes each. */
    public enum Cue {
        FILLERS,
        DENIALS,
        NO_DENIALS,
        HEDGES,
        ALTERNATIVES,
        CONTRASTS,
        RESTARTS,
        NEW_SUBJECTS,
        ANSWERS_NO,
        ANSWERS_YES,
        TAKEN_BACK,
        STATES,
        PAST,
        NOW,
        ASKING,
        ASKING_OF,
        SUBJECTS,
        HYPOTHETICAL,
        CIRCUMSTANCES,
        HEARSAY,
        ABOUT_SIGNS,
        MINE,
        PEOPLE,
        DOING,
        OTHERS,
        LIMBS,
        PLACING,
        QUESTIONS,
        SMALL,
        DENYING;

        /** The name of its list in the file: {@code no-denials}. */
        public String list() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** No words at all, for content that could not be read. */
    public static Context none() {
        return new Context(new EnumMap<>(Cue.class), Map.of(), List.of());
    }

    public Set<String> words(Cue cue) {
        return cues.getOrDefault(cue, Set.of());
    }
}

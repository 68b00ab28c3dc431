package scapula.domain;

import java.util.List;
import java.util.Map;

/**
 * The words of a result, as their editors wrote them; bodies are Markdown.
 *
 * @param levels what is said of each level
 * @param routes where an emergency goes first, by the name that flags use
 * @param flags what is said of each red flag, by its id
 * @param crisis what is said besides the level to someone with thoughts of ending their life
 * @param phrases the small sentences around all of these, by name
 */
public record Advice(
        Map<Level, OfLevel> levels,
        Map<String, Route> routes,
        Map<String, Flag> flags,
        Crisis crisis,
        Map<String, String> phrases) {

    /** What is said of a change of the level. */
    public String changed(Level before, Level now) {
        String phrase = now.isAbove(before) ? "changed-higher" : before.isAbove(now) ? "changed-lower" : "changed-same";
        return phrases.get(phrase).strip();
    }

    /**
     * The words of a level.
     *
     * @param name inside a sentence: "help today"
     * @param urgency in words, so that colour is never needed
     * @param heading one action
     * @param doing what to do, and until then
     * @param worse what would change it
     * @param again when to look again
     */
    public record OfLevel(
            String name, String urgency, String heading, String doing, String worse, List<LookAgain> again) {}

    /** What to look at again so many days later. */
    public record LookAgain(int days, String text) {}

    /** Where an emergency goes first. */
    public record Route(String heading, String lines) {}

    /**
     * The words of a red flag.
     *
     * @param label what was noticed
     * @param reason why it matters
     * @param route where it goes if it is an emergency; empty where it never is
     * @param meanwhile what to do until help is there
     * @param also more of that, where the finding with this token is there
     */
    public record Flag(String label, String reason, String route, String meanwhile, Map<String, String> also) {}

    /** The words of the crisis card. */
    public record Crisis(String urgency, String heading, String body) {}
}

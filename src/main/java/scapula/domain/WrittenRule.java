package scapula.domain;

import java.util.List;

/**
 * A rule as its editors wrote it, for what can be told without running it.
 *
 * @param name a whole sentence
 * @param conditions what must hold, all of it
 * @param verb what it concludes: {@code Sign}, {@code Advise}, …
 * @param says the names in its conclusion
 * @param line where it begins
 * @param concludes the line of its conclusion
 */
public record WrittenRule(
        String name,
        List<String> sources,
        List<Condition> conditions,
        String verb,
        List<String> says,
        String file,
        int line,
        int concludes) {

    /**
     * One line of {@code when}.
     *
     * @param negated whether it must not be so
     * @param type what it looks at: {@code Present}, {@code Sign}, …
     * @param names tokens or other names, of which one is enough
     * @param text as it is written
     */
    public record Condition(boolean negated, String type, List<String> names, String text, int line) {}
}

package scapula.domain;

import java.util.List;
import java.util.Set;

/**
 * A rule as its editors wrote it, for what can be told without running it.
 *
 * @param name a whole sentence
 * @param provisional whether it counts only once nothing is left to ask
 * @param supersedes names of rules that it takes the place of
 * @param conditions what must hold, all of it
 * @param verb what it concludes: {@code Sign}, {@code Advise}, …
 * @param says the names in its conclusion
 * @param line where it begins
 * @param concludes the line of its conclusion
 */
public record WrittenRule(
        String name,
        List<String> sources,
        boolean provisional,
        List<String> supersedes,
        List<Condition> conditions,
        String verb,
        List<String> says,
        String file,
        int line,
        int concludes) {

    private static final Set<String> LEAVES_OUT = Set.of("!=", "not in");

    /** The folder that it stands in, which is its topic: {@code heart}. */
    public String folder() {
        String path = file.substring(0, file.lastIndexOf('/'));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * One line of {@code when}.
     *
     * @param negated whether it must not be so
     * @param type what it looks at: {@code Present}, {@code Sign}, …
     * @param names tokens or other names, of which one is enough
     * @param tests the same one by one
     * @param text as it is written
     */
    public record Condition(boolean negated, String type, List<String> names, List<Test> tests, String text, int line) {

        /** The names that it looks for, without those that it leaves out. */
        public List<String> wanted() {
            return tests.stream()
                    .filter(test -> !LEAVES_OUT.contains(test.relation()))
                    .flatMap(test -> test.values().stream())
                    .toList();
        }
    }

    /**
     * One test of a line: {@code token in ( "side:left", "side:right" )}.
     *
     * @param field what is tested: {@code token}
     * @param relation how: {@code ==}, {@code in}, …
     * @param values of which one is enough
     */
    public record Test(String field, String relation, List<String> values) {

        /** The same as it is written, without quotes: {@code change in same, first}. */
        @Override
        public String toString() {
            return field + " " + relation + " " + String.join(", ", values);
        }
    }
}

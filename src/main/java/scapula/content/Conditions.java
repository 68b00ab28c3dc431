package scapula.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scapula.domain.Mistake;
import scapula.domain.RuleText;
import scapula.domain.WrittenRule.Condition;
import scapula.domain.WrittenRule.Test;

/** What stands under {@code when}, taken apart far enough to be told in words. */
final class Conditions {

    private static final Pattern PATTERN =
            Pattern.compile("(:\\s*)?\\b(not\\s+|exists\\s+)?([A-Z]\\w+)\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEST = Pattern.compile(
            "(\\w+)\\s*(==|!=|<=|>=|<|>|in|not in|str\\[startsWith])\\s*(\\([^()]*\\)|\"[^\"]*\"|true|false|\\d+(?:\\.\\d+)?)\\s*(?:,\\s*|$)");

    private Conditions() {}

    /** @param offset where {@code when} begins in the text */
    static List<Condition> of(RuleText text, String when, int offset, List<Mistake> mistakes) {
        List<Condition> conditions = new ArrayList<>();
        Matcher pattern = PATTERN.matcher(when);
        while (pattern.find()) {
            int line = Rules.line(text, offset + pattern.start(3));
            String inner = pattern.group(4).strip();
            if (pattern.group(1) != null || !TEST.matcher(inner).replaceAll("").isEmpty()) {
                mistakes.add(new Mistake(text.file(), line, "a condition compares fields with values, nothing else."));
            }
            boolean negated = pattern.group(2) != null && pattern.group(2).startsWith("not");
            List<Test> tests =
                    TEST.matcher(inner).results().map(Conditions::test).toList();
            conditions.add(new Condition(
                    negated,
                    pattern.group(3),
                    names(inner),
                    tests,
                    pattern.group().replaceAll("\\s+", " "),
                    line));
        }
        return conditions;
    }

    private static Test test(MatchResult found) {
        List<String> quoted = names(found.group(3));
        return new Test(found.group(1), found.group(2), quoted.isEmpty() ? List.of(found.group(3)) : quoted);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }
}

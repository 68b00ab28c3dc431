package scapula.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import scapula.domain.Mistake;
import scapula.domain.RuleText;
import scapula.domain.WrittenRule;

/** The rules as text, and what can be told of them without compiling: names, sources, what they match and conclude. */
record Rules(List<RuleText> texts, List<WrittenRule> rules) {

    /** A quoted name inside a pattern or a conclusion: {@code Present( token == "side:left" )} mentions one. */
    record Mention(String type, String name, String file, int line) {}

    private static final String VERBS = "(Sign|Advise|Caution|Tell|Remark|Ask)";

    private static final Pattern RULE =
            Pattern.compile("(?ms)^rule\\s+\"([^\"]*)\"(.*?)^when\\b(.*?)^then\\b(.*?)^end\\b");
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*rule\\b");
    private static final Pattern SOURCE = Pattern.compile("@source\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern SUPERSEDES = Pattern.compile("@supersedes\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern INSERT = Pattern.compile(
            "\\s*insert\\(\\s*new " + VERBS + "\\(\\s*\"([^\"]*)\"(?:,\\s*\"([^\"]*)\")?\\s*\\)\\s*\\);\\s*");
    private static final Pattern ORDER =
            Pattern.compile("\\b(salience|no-loop|agenda-group|modify|update|retract|delete|eval|function|global)\\b");
    private static final Pattern NOT_CONCLUDED = Pattern.compile("\\bnot\\s*\\(?\\s*" + VERBS + "\\b");

    static Rules read(Folder folder, List<Mistake> mistakes) {
        Rules rules = new Rules(new ArrayList<>(), new ArrayList<>());
        for (String file : folder.list("rules", ".drl")) {
            RuleText text = new RuleText(file, folder.text(file).replace("\r\n", "\n"));
            rules.texts.add(text);
            Matcher rule = RULE.matcher(text.text());
            while (rule.find()) {
                rules.readRule(text, rule, mistakes);
            }
            rules.checkForm(text, mistakes);
        }
        return rules;
    }

    /** Every name that a rule looks at. */
    List<Mention> matched() {
        return rules.stream()
                .flatMap(rule -> rule.conditions().stream()
                        .flatMap(condition -> condition.names().stream()
                                .map(name -> new Mention(condition.type(), name, rule.file(), condition.line()))))
                .toList();
    }

    /** What every rule concludes; of an advice the level. */
    List<Mention> inserted() {
        return rules.stream()
                .map(rule -> new Mention(rule.verb(), rule.says().get(0), rule.file(), rule.concludes()))
                .toList();
    }

    /** The second name of every conclusion that has one: the flag of an advice, the level of a question. */
    List<Mention> added() {
        return rules.stream()
                .filter(rule -> rule.says().size() > 1)
                .map(rule -> new Mention(rule.verb(), rule.says().get(1), rule.file(), rule.concludes()))
                .toList();
    }

    /** A rule that is not written in the one form would escape every other check. */
    private void checkForm(RuleText text, List<Mistake> mistakes) {
        Matcher start = START.matcher(text.text());
        while (start.find()) {
            int line = line(text, start.start());
            if (rules.stream().noneMatch(rule -> rule.file().equals(text.file()) && rule.line() == line)) {
                mistakes.add(new Mistake(
                        text.file(),
                        line,
                        "write rule \"name\", @source, when, then and end, each at the start of a line."));
            }
        }
    }

    private void readRule(RuleText text, Matcher found, List<Mistake> mistakes) {
        String file = text.file();
        int line = line(text, found.start());
        String name = found.group(1);
        Matcher source = SOURCE.matcher(found.group(2));
        List<String> sources = source.find() ? List.of(source.group(1).split("\\s*,\\s*")) : List.of();
        if (sources.isEmpty()) {
            mistakes.add(new Mistake(file, line, "the rule \"" + name + "\" has no @source."));
        }
        forbid(ORDER, found.group(), text, found.start(), mistakes, "a rule only inserts; it does not use");
        forbid(NOT_CONCLUDED, found.group(3), text, found.start(3), mistakes, "a rule may not depend on order: not");
        named(name)
                .ifPresent(earlier -> mistakes.add(new Mistake(
                        file,
                        line,
                        "there already is a rule \"" + name + "\", in " + earlier.file() + ":" + earlier.line()
                                + ".")));
        Matcher insert = INSERT.matcher(found.group(4));
        if (insert.matches()) {
            List<String> says = Stream.of(insert.group(2), insert.group(3))
                    .filter(said -> said != null)
                    .toList();
            String head = found.group(2);
            rules.add(new WrittenRule(
                    name,
                    sources,
                    head.contains("@provisional"),
                    SUPERSEDES
                            .matcher(head)
                            .results()
                            .map(taken -> taken.group(1))
                            .toList(),
                    Conditions.of(text, found.group(3), found.start(3), mistakes),
                    insert.group(1),
                    says,
                    file,
                    line,
                    line(text, found.start(4) + insert.start(1))));
        } else {
            mistakes.add(new Mistake(file, line(text, found.start(4)), "\"then\" holds one insert and nothing else."));
            rules.add(new WrittenRule(name, sources, false, List.of(), List.of(), "", List.of(""), file, line, line));
        }
    }

    private Optional<WrittenRule> named(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** Names of rules that others take the place of, and that there are not. */
    void checkSuperseded(List<Mistake> mistakes) {
        for (RuleText text : texts) {
            Matcher found = SUPERSEDES.matcher(text.text());
            while (found.find()) {
                if (named(found.group(1)).isEmpty()) {
                    mistakes.add(new Mistake(
                            text.file(), line(text, found.start()), "there is no rule \"" + found.group(1) + "\"."));
                }
            }
        }
    }

    private static void forbid(
            Pattern what, String part, RuleText text, int offset, List<Mistake> mistakes, String because) {
        Matcher found = what.matcher(part);
        while (found.find()) {
            long quotes = part.substring(0, found.start())
                    .chars()
                    .filter(c -> c == '"')
                    .count();
            if (quotes % 2 == 0) {
                mistakes.add(new Mistake(
                        text.file(), line(text, offset + found.start()), because + " \"" + found.group(1) + "\"."));
            }
        }
    }

    static int line(RuleText text, int at) {
        return (int) text.text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}

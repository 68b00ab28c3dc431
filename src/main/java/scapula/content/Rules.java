package scapula.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scapula.domain.Mistake;
import scapula.domain.RuleText;

/** The rules as text, and what can be told of them without compiling: names, sources, what they match and insert. */
record Rules(List<RuleText> texts, List<Rule> rules, List<Mention> matched, List<Mention> inserted) {

    /** A rule by its name. */
    record Rule(String name, List<String> sources, String file, int line) {}

    /** A quoted name inside a pattern or an insertion: {@code Present( token == "side:left" )} mentions one. */
    record Mention(String type, String name, String file, int line) {}

    private static final Pattern RULE =
            Pattern.compile("(?ms)^rule\\s+\"([^\"]*)\"(.*?)^when\\b(.*?)^then\\b(.*?)^end\\b");
    private static final Pattern START = Pattern.compile("(?m)^[ \\t]*rule\\b");
    private static final Pattern SOURCE = Pattern.compile("@source\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern PATTERN = Pattern.compile("\\b([A-Z]\\w+)\\s*\\(((?:[^()]|\\([^()]*\\))*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern INSERT =
            Pattern.compile("\\s*insert\\(\\s*new (Sign|Warn|Tell|Remark|Ask)\\(\\s*\"([^\"]*)\"\\s*\\)\\s*\\);\\s*");
    private static final Pattern ORDER =
            Pattern.compile("\\b(salience|no-loop|agenda-group|modify|update|retract|delete|eval|function|global)\\b");
    private static final Pattern NOT_CONCLUDED = Pattern.compile("\\bnot\\s*\\(?\\s*(Sign|Warn|Tell|Remark|Ask)\\b");

    static Rules read(Folder folder, List<Mistake> mistakes) {
        Rules rules = new Rules(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
        for (Rule earlier : rules) {
            if (earlier.name().equals(name)) {
                String where = earlier.file() + ":" + earlier.line();
                mistakes.add(new Mistake(file, line, "there already is a rule \"" + name + "\", in " + where + "."));
            }
        }
        rules.add(new Rule(name, sources, file, line));
        readMatched(text, found);
        Matcher insert = INSERT.matcher(found.group(4));
        if (insert.matches()) {
            inserted.add(
                    new Mention(insert.group(1), insert.group(2), file, line(text, found.start(4) + insert.start(1))));
        } else {
            mistakes.add(new Mistake(file, line(text, found.start(4)), "\"then\" holds one insert and nothing else."));
        }
    }

    private void readMatched(RuleText text, Matcher rule) {
        Matcher pattern = PATTERN.matcher(rule.group(3));
        while (pattern.find()) {
            Matcher name = NAME.matcher(pattern.group(2));
            while (name.find()) {
                int at = rule.start(3) + pattern.start(2) + name.start();
                matched.add(new Mention(pattern.group(1), name.group(1), text.file(), line(text, at)));
            }
        }
    }

    private static void forbid(
            Pattern what, String part, RuleText text, int offset, List<Mistake> mistakes, String because) {
        Matcher found = what.matcher(part);
        while (found.find()) {
            boolean quoted = part.substring(0, found.start())
                                    .chars()
                                    .filter(c -> c == '"')
                                    .count()
                            % 2
                    == 1;
            if (!quoted) {
                mistakes.add(new Mistake(
                        text.file(), line(text, offset + found.start()), because + " \"" + found.group(1) + "\"."));
            }
        }
    }

    private static int line(RuleText text, int at) {
        return (int) text.text().substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}

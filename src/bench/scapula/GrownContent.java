package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content with answers or red-flag rules that are made up, as files of a folder that is checked, taught and
 * compiled like the real one. A made-up answer has a subject of its own, with three wordings and a rule; a made-up red
 * flag is a real one with other findings of the same kinds in place of its own. Fewer red flags are the real ones
 * without some.
 */
record GrownContent(Map<Path, String> rules, String models) {

    static final String ANSWERS = "answers";
    static final String RED_FLAGS = "red-flag rules";

    private static final Path SUBJECTS = Path.of("models/vocabulary/topic.yml");
    private static final Path ANSWER = Path.of("rules/answers/sports/pain-when-running.md");
    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]*)\".*?^end$\\n*");
    private static final Pattern ADVICE = Pattern.compile("(?m)^ +insert\\( new Advise\\(");
    private static final Pattern SUPERSEDES = Pattern.compile("(?m)^ +@supersedes\\(.*\\n");
    private static final Pattern TOKEN = Pattern.compile("\"([a-z]+):([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final int RULES_A_FILE = 50;

    static GrownContent asItIs() throws IOException {
        Map<Path, String> rules = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                rules.put(file, Files.readString(file));
            }
        }
        return new GrownContent(rules, Files.readString(SUBJECTS));
    }

    int count(String of) {
        return of.equals(ANSWERS)
                ? (int) rules.keySet().stream()
                        .filter(file -> file.startsWith("rules/answers")
                                && file.toString().endsWith(".md"))
                        .count()
                : redFlags().size();
    }

    GrownContent grown(String of, int size) throws IOException {
        GrownContent grown = new GrownContent(new TreeMap<>(rules), models);
        int more = size - count(of);
        if (of.equals(ANSWERS)) {
            return grown.withAnswers(more);
        }
        return more < 0 ? grown.withoutRedFlags(-more) : grown.withRedFlags(more);
    }

    private List<MatchResult> redFlags() {
        return rules.entrySet().stream()
                .filter(file -> file.getKey().toString().endsWith(".drl"))
                .flatMap(file -> RULE.matcher(file.getValue()).results())
                .filter(rule -> ADVICE.matcher(rule.group()).find())
                .toList();
    }

    private GrownContent withAnswers(int more) throws IOException {
        List<String> words = Files.readAllLines(Path.of("models/words.txt")).stream()
                .filter(word -> word.matches("[a-z]{4,}"))
                .toList();
        String pattern = rules.get(ANSWER);
        StringBuilder subjects = new StringBuilder(models);
        List<String> made = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 1; i <= more; i++) {
            String wordings = Stream.generate(() ->
                            random.ints(3, 0, words.size()).mapToObj(words::get).collect(Collectors.joining(" ")))
                    .limit(3)
                    .collect(Collectors.joining(", "));
            subjects.append("\nmade-%d:\n  label: made-up subject %d\n  words: [ %s ]\n".formatted(i, i, wordings));
            rules.put(
                    Path.of("rules/answers/made/made-" + i + ".md"),
                    pattern.replaceFirst("id: .*", "id: made-" + i).replaceFirst("title: .*", "title: Made up " + i));
            made.add(answering(i));
        }
        put(Path.of("rules/answers/made"), "Tell", made);
        return new GrownContent(rules, subjects.toString());
    }

    private static String answering(int number) {
        return """
            rule "Made-up subject %1$d has an answer of its own"
                @source( "H01" )
            when
                Present( token == "topic:made-%1$d" )
                Sign( of == "about-the-pain" )
                Sign( of == "near-the-upper-back" )
                not Present( token == "side:left" )
            then
                insert( new Tell( "made-%1$d" ) );
            end

            """.formatted(number);
    }

    private GrownContent withRedFlags(int more) {
        List<String> flags = redFlags().stream()
                .map(MatchResult::group)
                .filter(rule -> TOKEN.matcher(rule).find())
                .toList();
        Map<String, List<String>> kinds = flags.stream()
                .flatMap(rule -> TOKEN.matcher(rule).results())
                .collect(Collectors.groupingBy(
                        token -> token.group(1),
                        TreeMap::new,
                        Collectors.mapping(MatchResult::group, Collectors.toList())));
        Random random = new Random(1);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            String rule = SUPERSEDES.matcher(flags.get(i % flags.size())).replaceAll("");
            made.add(TOKEN.matcher(rule)
                    .replaceAll(token -> other(kinds.get(token.group(1)), random))
                    .replaceFirst("rule \"", "rule \"Made-up flag " + i + " of: "));
        }
        put(Path.of("rules/safety/made"), "Advise", made);
        return this;
    }

    private static String other(List<String> tokens, Random random) {
        return Matcher.quoteReplacement(tokens.get(random.nextInt(tokens.size())));
    }

    private void put(Path folder, String verb, List<String> made) {
        String imports = Stream.of(
                        "Chosen",
                        "Clear",
                        "Finding",
                        "Finding.Absent",
                        "Finding.Present",
                        "Finding.Unsure",
                        "Intent",
                        "Situation",
                        "Conclusion.Sign",
                        "Conclusion." + verb)
                .map(name -> "import scapula.domain." + name + "\n")
                .collect(Collectors.joining());
        for (int i = 0; i < made.size(); i += RULES_A_FILE) {
            List<String> some = made.subList(i, Math.min(made.size(), i + RULES_A_FILE));
            rules.put(
                    folder.resolve("made-" + i + ".drl"), "package rules\n\n" + imports + "\n" + String.join("", some));
        }
    }

    /** Takes away what nothing else hangs on. */
    private GrownContent withoutRedFlags(int fewer) {
        int left = fewer;
        for (MatchResult flag : redFlags()) {
            if (left > 0 && isFree(flag)) {
                rules.replaceAll((file, text) -> text.replace(flag.group(), ""));
                left--;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(left + " red flags more than can be left out");
        }
        return this;
    }

    /** Whether each name in it is also used elsewhere, and its own nowhere. */
    private boolean isFree(MatchResult flag) {
        String all = rules.entrySet().stream()
                .filter(file -> file.getKey().toString().endsWith(".drl"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        String named = "\"" + flag.group(1) + "\"";
        return count(named, all) == 1
                && QUOTED.matcher(flag.group().substring(flag.group().indexOf("\nwhen")))
                        .results()
                        .map(MatchResult::group)
                        .allMatch(name -> uses(name, all) > uses(name, flag.group()));
    }

    private static int uses(String name, String text) {
        return count(name, text) - count("new Sign( " + name, text);
    }

    private static int count(String what, String text) {
        return text.split(Pattern.quote(what), -1).length - 1;
    }

    /** Writes the whole content there, with what is real beside what is made up. */
    void write(Path folder) throws IOException {
        copy(Path.of("models"), folder.resolve("models"));
        Files.writeString(folder.resolve(SUBJECTS), models);
        for (Map.Entry<Path, String> file : rules.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.content.Content;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.Likenesses;
import scapula.domain.Numerals;
import scapula.domain.Token;
import scapula.domain.Wordings;
import scapula.understand.FindingReader;

/** How well findings are read from messages that a careful reader has ticked. */
@Command(
        name = "score-reading",
        description = "Tells how well findings are read, on a file of messages with their findings.",
        mixinStandardHelpOptions = true)
final class ScoreReading implements Callable<Integer> {

    /** Slots that the files do not tick. */
    private static final Set<String> NOT_TICKED = Set.of("topic", "plan", "none");

    private static final String PRESENT = "p";
    private static final String OPEN = "u";

    @Parameters(paramLabel = "FILE", description = "JSON, one message a line: text, level, findings.")
    private Path file;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    /** One message: what it says, how alarming it is ("now", "today", "later", "no"), and the state of each token. */
    private record Ticked(String text, String level, Map<String, String> findings) {}

    /** Right, wrong and missed findings; and messages that are alarming or harmless, by how they were read. */
    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;
        private int rightDangers;
        private int wrongDangers;
        private int missedDangers;
        private int alarming;
        private int read;
        private int asked;
        private int harmless;
        private int misread;
        private int bothered;

        @Override
        public String toString() {
            return String.format(
                    "%5.3f %5.3f   %5.3f %5.3f   %5.1f %5.1f %5.1f   %5.1f %5.1f",
                    share(right, right + wrong),
                    share(right, right + missed),
                    share(rightDangers, rightDangers + wrongDangers),
                    share(rightDangers, rightDangers + missedDangers),
                    100 * share(read, alarming),
                    100 * share(asked, alarming),
                    100 * share(alarming - read - asked, alarming),
                    100 * share(misread, harmless),
                    100 * share(bothered, harmless));
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }

    @Override
    public Integer call() throws IOException {
        Content content = setting.assemble(spec).content();
        List<Ticked> messages = read(file);
        Wordings all = content.wordings();
        Numerals noNumbers = new Numerals(Map.of(), List.of());
        Likenesses nothingNear = new Likenesses(all.likenesses().vectors(), List.of());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d messages%n", messages.size());
        out.println(
                "                          findings      dangers       alarming: read asked missed  harmless: misread asked");
        out.println("                          prec. recall  prec. recall  per cent                     per cent");
        Map<String, Wordings> readers = new LinkedHashMap<>();
        readers.put("listed wordings", new Wordings(all.tokens(), List.of(), noNumbers, nothingNear, all.context()));
        readers.put("and patterns", new Wordings(all.tokens(), all.patterns(), noNumbers, nothingNear, all.context()));
        readers.put(
                "and numbers", new Wordings(all.tokens(), all.patterns(), all.numerals(), nothingNear, all.context()));
        readers.put("and near wordings", all);
        readers.forEach((name, wordings) -> print(out, name, messages, wordings, text -> text));
        for (int typos = 1; typos <= 2; typos++) {
            int some = typos;
            Random random = new Random(1);
            print(
                    out,
                    typos + " typo" + (typos > 1 ? "s" : "") + " a message",
                    messages,
                    all,
                    text -> misspelt(text, some, random));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static List<Ticked> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Ticked> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode message = json.readTree(line);
            Map<String, String> findings = new HashMap<>();
            message.get("findings")
                    .forEach(finding ->
                            findings.put(finding.get(0).asText(), finding.get(1).asText()));
            messages.add(new Ticked(
                    message.get("text").asText(), message.get("level").asText(), findings));
        }
        return messages;
    }

    private void print(
            PrintWriter out, String name, List<Ticked> messages, Wordings wordings, UnaryOperator<String> typed) {
        Set<String> dangers =
                wordings.tokens().stream().filter(Token::danger).map(Token::id).collect(Collectors.toSet());
        FindingReader reader = new FindingReader(wordings);
        Tally tally = new Tally();
        for (Ticked message : messages) {
            count(message, reader.read(typed.apply(message.text()), 1), dangers, tally);
        }
        out.printf("%-24s  %s%n", name, tally);
    }

    private static void count(Ticked message, FindingReader.Told told, Set<String> dangers, Tally tally) {
        Set<String> read = told.findings().stream()
                .filter(finding -> finding instanceof Present && !NOT_TICKED.contains(finding.slot()))
                .map(Finding::token)
                .collect(Collectors.toSet());
        boolean anyRight = false;
        boolean anyWrong = false;
        for (String token : read) {
            String state = message.findings().getOrDefault(token, "");
            boolean danger = dangers.contains(token);
            if (state.equals(PRESENT)) {
                tally.right++;
                tally.rightDangers += danger ? 1 : 0;
            } else if (!state.equals(OPEN)) {
                tally.wrong++;
                tally.wrongDangers += danger ? 1 : 0;
            }
            anyRight |= danger && (state.equals(PRESENT) || state.equals(OPEN));
            anyWrong |= danger && !state.equals(PRESENT) && !state.equals(OPEN);
        }
        for (Map.Entry<String, String> ticked : message.findings().entrySet()) {
            if (ticked.getValue().equals(PRESENT) && !read.contains(ticked.getKey())) {
                tally.missed++;
                tally.missedDangers += dangers.contains(ticked.getKey()) ? 1 : 0;
            }
        }
        boolean doubts = told.doubts().stream().map(Doubt::token).anyMatch(dangers::contains);
        if (message.level().equals("now")) {
            tally.alarming++;
            tally.read += anyRight ? 1 : 0;
            tally.asked += !anyRight && doubts ? 1 : 0;
        } else if (message.level().equals("no")) {
            tally.harmless++;
            tally.misread += anyWrong ? 1 : 0;
            tally.bothered += !anyWrong && doubts ? 1 : 0;
        }
    }

    /** A text with letters left out, doubled or swapped, in words of five letters and more. */
    private static String misspelt(String text, int typos, Random random) {
        String[] words = text.split(" ", -1);
        List<Integer> long5 = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= 5 && words[i].chars().allMatch(Character::isLetter)) {
                long5.add(i);
            }
        }
        for (int typo = 0; typo < typos && !long5.isEmpty(); typo++) {
            int at = long5.remove(random.nextInt(long5.size()));
            String word = words[at];
            int letter = 1 + random.nextInt(word.length() - 2);
            words[at] = switch (random.nextInt(3)) {
                case 0 -> word.substring(0, letter) + word.substring(letter + 1);
                case 1 -> word.substring(0, letter) + word.charAt(letter) + word.substring(letter);
                default ->
                    word.substring(0, letter)
                            + word.charAt(letter + 1)
                            + word.charAt(letter)
                            + word.substring(letter + 2);
            };
        }
        return String.join(" ", words);
    }
}

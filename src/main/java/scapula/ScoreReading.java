package scapula;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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

    @Parameters(paramLabel = "FILE", description = "JSON, one message a line: text, level, findings.")
    private Path file;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Wordings all = setting.assemble(spec).content().wordings();
        List<Ticked> messages = Ticked.read(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d messages%n%s%n", messages.size(), ReadingTally.HEAD);
        readers(all).forEach((name, wordings) -> print(name, messages, wordings));
        Random random = new Random(1);
        for (int typos = 1; typos <= 2; typos++) {
            int some = typos;
            print(
                    typos + (typos > 1 ? " typos" : " typo") + " a message",
                    messages.stream()
                            .map(message -> message.misspelt(some, random))
                            .toList(),
                    all);
        }
        out.flush();
        return ExitCode.OK;
    }

    /** What each reader adds to those before it. */
    private static Map<String, Wordings> readers(Wordings all) {
        Numerals noNumbers = new Numerals(Map.of(), List.of());
        Likenesses nothingNear = new Likenesses(all.likenesses().vectors(), List.of());
        Map<String, Wordings> readers = new LinkedHashMap<>();
        readers.put("listed wordings", new Wordings(all.tokens(), List.of(), noNumbers, nothingNear, all.context()));
        readers.put("and patterns", new Wordings(all.tokens(), all.patterns(), noNumbers, nothingNear, all.context()));
        readers.put(
                "and numbers", new Wordings(all.tokens(), all.patterns(), all.numerals(), nothingNear, all.context()));
        readers.put("and near wordings", all);
        return readers;
    }

    private void print(String name, List<Ticked> messages, Wordings wordings) {
        Set<String> dangers =
                wordings.tokens().stream().filter(Token::danger).map(Token::id).collect(Collectors.toSet());
        FindingReader reader = new FindingReader(wordings);
        ReadingTally tally = new ReadingTally(dangers);
        messages.forEach(message -> tally.add(message, reader.read(message.text(), 1)));
        spec.commandLine().getOut().printf("%-24s  %s%n", name, tally);
    }
}

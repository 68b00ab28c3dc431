package scapula;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.content.Content;
import scapula.decide.RuleBook;
import scapula.decide.Survey;
import scapula.decide.Survey.Report;
import scapula.domain.Token;

/** What the rules use, whether each can speak, and whether any two contradict each other. */
@Command(
        name = "rules",
        description = "Reads the rules of a folder: counts, rules that can never speak, contradictions, unused tokens.",
        mixinStandardHelpOptions = true)
final class RulesReport implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The folder. Default: this one.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Content content = Content.open(folder);
        Report report = new Survey(RuleBook.compiled(content.rules(), content.written()), content.written()).report();
        List<String> unused = content.wordings().tokens().stream()
                .map(Token::id)
                .filter(token -> !report.tokens().contains(token))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("rules                       %d%n", content.written().size());
        out.printf(
                "  by what they conclude     %s%n",
                report.verbs().entrySet().stream()
                        .map(verb -> verb.getKey() + " " + verb.getValue())
                        .collect(Collectors.joining(", ")));
        out.printf("tokens that rules look at   %d%n", report.tokens().size());
        out.printf("tokens that none looks at   %d: %s%n", unused.size(), String.join(" ", unused));
        out.printf("rules that can never speak  %d %s%n", report.mute().size(), String.join("; ", report.mute()));
        out.printf(
                "rules that contradict       %d %s%n",
                report.contradictions().size(), String.join("; ", report.contradictions()));
        out.flush();
        return report.mute().isEmpty() && report.contradictions().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}

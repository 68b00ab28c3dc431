package scapula;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.content.Content;
import scapula.decide.RuleBook;

/** For editors: whether a folder's rules and models fit together, without starting anything. */
@Command(
        name = "check",
        description = "Checks the rules/ and models/ of a folder and names each mistake by file and line.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", defaultValue = ".", description = "The folder. Default: this one.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Content content = Content.open(folder);
        RuleBook.compiled(content.rules(), content.written());
        content.overdue(LocalDate.now(ZoneOffset.UTC))
                .forEach(mistake -> spec.commandLine().getErr().println("Warning: " + mistake));
        spec.commandLine()
                .getOut()
                .printf(
                        "%d answers, %d rule files, %d tokens, %d intents: no mistakes.%n",
                        content.answers().size(),
                        content.rules().size(),
                        content.wordings().tokens().size(),
                        content.examples().size());
        return ExitCode.OK;
    }
}

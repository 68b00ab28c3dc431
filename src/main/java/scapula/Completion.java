package scapula;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description =
                "Prints a script that completes scapula's commands and options in bash and zsh, where scapula is a "
                        + "function or a script that runs the jar: source <(scapula completion)",
        mixinStandardHelpOptions = true)
final class Completion implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        out.flush();
        return ExitCode.OK;
    }
}

package scapula;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.Conversation;
import scapula.domain.Message;
import scapula.talk.Refused;

/** A message that is answered in the terminal, and what a command shows of that: as text, or as JSON. */
abstract class OneMessage implements Callable<Integer> {

    @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "What the person says.")
    private List<String> words;

    @Option(names = "--json", description = "Print all of it as JSON.")
    private boolean json;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    abstract String text(Conversation answered, Assembly assembly);

    /** What is written as JSON. */
    abstract Object data(Conversation answered, Assembly assembly);

    @Override
    public final Integer call() throws IOException, Refused {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The message is empty. Please write a few words.");
        }
        Assembly assembly = setting.assemble(spec);
        Conversation answered = assembly.conversations()
                .say(Optional.empty(), Optional.empty(), Optional.empty(), new Message(text, List.of()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(data(answered, assembly))
                        : text(answered, assembly));
        out.flush();
        return ExitCode.OK;
    }
}

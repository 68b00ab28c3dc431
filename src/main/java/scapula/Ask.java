package scapula;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.Conversation;
import scapula.domain.Message;
import scapula.http.ChatReply;
import scapula.talk.Refused;

/** One message, one reply, in the terminal. */
@Command(
        name = "ask",
        description = "Answers one message in the terminal.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Ask implements Callable<Integer> {

    @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "What the person says.")
    private List<String> words;

    @Option(names = "--json", description = "Print the whole reply as JSON.")
    private boolean json;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, Refused {
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
                                .writeValueAsString(ChatReply.of(answered, assembly.names()))
                        : answered.lastTurn().reply().text());
        out.flush();
        return ExitCode.OK;
    }
}

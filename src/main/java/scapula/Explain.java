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
import scapula.http.Explanation;
import scapula.talk.Refused;

/** For editors: how the reply to a message comes about. */
@Command(
        name = "explain",
        description = "Tells how the reply to a message comes about: what was read, which rules led to the level, the "
                + "question and the answer, and why not the next best.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Explain implements Callable<Integer> {

    @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "What the person says.")
    private List<String> words;

    @Option(names = "--json", description = "Print it as JSON.")
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
        Explanation explanation = Explanation.of(
                answered,
                assembly.conversations().nextBest(answered),
                assembly.names(),
                assembly.content().written());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(explanation)
                        : ExplanationText.of(explanation));
        out.flush();
        return ExitCode.OK;
    }
}

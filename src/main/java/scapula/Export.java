package scapula;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
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
import scapula.http.SummaryForm;
import scapula.http.Transcript;
import scapula.store.ConversationStore;

/** What can be taken out: a conversation, for the person who asks for their data; or the whole content. */
@Command(
        name = "export",
        description =
                "Prints a kept conversation as JSON, as GET /api/conversations/{id} does, or its summary; without an "
                        + "ID all answers, questions, rules in words, sources and vocabulary.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Export implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "The conversation's id. Only who has it, or asks for the content, gets anything.")
    private String id;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            description = "Instead, the conversation's summary for a health professional: json, html or fhir.")
    private SummaryForm summary;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (id == null) {
            if (summary != null) {
                throw new ParameterException(spec.commandLine(), "Which conversation? Give its id.");
            }
            return print(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Library.of(setting.assemble(spec))));
        }
        Optional<Conversation> kept = kept();
        if (kept.isEmpty()) {
            spec.commandLine().getErr().println("There is no conversation with this id: it has ended or was erased.");
            return ExitCode.SOFTWARE;
        }
        return print(written(kept.get(), setting.assemble(spec)));
    }

    private Optional<Conversation> kept() {
        try (ConversationStore store = keeping.kept(spec)) {
            return store.find(id);
        }
    }

    private String written(Conversation conversation, Assembly assembly) throws JsonProcessingException {
        return summary == null
                ? new ObjectMapper().writeValueAsString(Transcript.of(conversation, assembly.names()))
                : summary.written(assembly.summaries().of(conversation));
    }

    private int print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
        return ExitCode.OK;
    }
}

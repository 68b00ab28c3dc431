package scapula;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scapula.domain.Conversation;
import scapula.domain.Message;
import scapula.http.ChatReply;
import scapula.http.ChatRequest;
import scapula.http.Problem;
import scapula.talk.Refused;

/** A conversation in the terminal; in a pipe, a reply to each line. */
@Command(
        name = "chat",
        description =
                "A conversation in the terminal. In a pipe: a reply to each line, as soon as it is there, without "
                        + "colours and prompt. Nothing is kept.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TerminalChat implements Callable<Integer> {

    private static final String PROMPT = "> ";
    private static final String WHY = "/why";
    private static final String QUIT = "/quit";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "Print each reply as JSON, one a line.")
    private boolean json;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    private Assembly assembly;
    private TerminalReply form;
    private Optional<Conversation> talk = Optional.empty();

    @Override
    public Integer call() throws IOException {
        boolean atTerminal = Terminal.isThere() && !json;
        assembly = setting.assemble(spec);
        form = new TerminalReply(Ansi.AUTO, atTerminal ? width() : Integer.MAX_VALUE);
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Terminal.charset()));
        if (atTerminal) {
            out.println(greeting() + "\n");
        }
        prompt(out, atTerminal);
        for (String line = in.readLine(); line != null && !line.strip().equals(QUIT); line = in.readLine()) {
            if (!line.isBlank()) {
                out.println(heard(line.strip()) + (json ? "" : "\n"));
            }
            prompt(out, atTerminal);
        }
        return ExitCode.OK;
    }

    private int width() {
        return spec.usageMessage().autoWidth(true).width();
    }

    private static void prompt(PrintWriter out, boolean atTerminal) {
        if (atTerminal) {
            out.print(PROMPT);
        }
        out.flush();
    }

    private String greeting() {
        return String.join(
                "\n\n",
                phrase("terminal-begins"),
                form.strong(form.wrapped(assembly.usual().line())),
                phrase("terminal-how"));
    }

    private String phrase(String name) {
        return form.wrapped(assembly.content().advice().phrases().get(name).strip());
    }

    private String heard(String line) throws JsonProcessingException {
        if (!json && line.startsWith("/")) {
            return line.equals(WHY) ? why() : phrase("terminal-how");
        }
        try {
            talk = Optional.of(assembly.conversations()
                    .say(talk.map(Conversation::id), Optional.empty(), Optional.empty(), message(line)));
            return json
                    ? JSON.writeValueAsString(reply())
                    : form.of(talk.get().lastTurn().reply());
        } catch (Problem | Refused unanswered) {
            Problem problem = Problem.of(unanswered);
            String safety =
                    talk.map(Conversation::region).orElse(assembly.usual()).line();
            return json
                    ? JSON.writeValueAsString(problem.body(safety))
                    : form.wrapped(problem.getMessage()) + "\n\n" + form.strong(form.wrapped(safety));
        }
    }

    private Message message(String line) throws Problem {
        List<String> chosen = talk.flatMap(Conversation::pending)
                .map(question -> Marks.of(question).chosen(line))
                .orElse(List.of());
        return chosen.isEmpty() ? new Message(ChatRequest.usable(line), List.of()) : new Message("", chosen);
    }

    private String why() {
        return talk.isPresent() ? form.because(reply().because()) : phrase("terminal-nothing");
    }

    private ChatReply reply() {
        return ChatReply.of(talk.orElseThrow(), assembly.names());
    }
}

package scapula;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.Conversation;
import scapula.domain.ContentProblem;
import scapula.domain.Message;
import scapula.http.ChatReply;
import scapula.http.Server;

/** The command line: serves the chat, or answers one message in the terminal. */
@Command(
        name = "scapula",
        description = "Serves the Scapula chat: answers about upper-back pain and exercise.",
        subcommands = Main.Ask.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it went well", "1:it failed, for example because the content has mistakes", "2:a wrong option"})
public final class Main implements Callable<Integer> {

    @Mixin
    private Where where;

    @Option(names = "--port", defaultValue = "7070", paramLabel = "N", description = "Port; 0 takes a free one. Usually ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--host", defaultValue = "localhost", description = "Address to listen on. Usually ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--messages-per-minute",
            defaultValue = "60",
            paramLabel = "N",
            description = "Most messages a minute from one address; 0 for no limit. Usually ${DEFAULT-VALUE}.")
    private int perMinute;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((broken, command, parsed) -> {
            if (broken instanceof ContentProblem) {
                command.getErr().println("The content has mistakes:\n" + broken.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw broken;
        });
        int code = line.execute(args);
        if (code != 0 || !line.getParseResult().originalArgs().isEmpty() && !serves(line)) {
            System.exit(code);
        }
    }

    private static boolean serves(CommandLine line) {
        return !line.getParseResult().hasSubcommand()
                && !line.isUsageHelpRequested()
                && !line.isVersionHelpRequested();
    }

    @Override
    public Integer call() throws IOException {
        Assembly assembly = where.assemble(spec);
        PrintWriter out = spec.commandLine().getOut();
        Server server = assembly.server(perMinute);
        int taken = server.start(host, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        out.println("Scapula is at http://" + host + ":" + taken + " (region " + where.region + "). Ctrl+C stops it.");
        out.flush();
        return 0;
    }

    /** Which content, and where the person is taken to be: the same for every command. */
    static final class Where {

        @Option(
                names = "--region",
                defaultValue = "UK",
                paramLabel = "ID",
                description = "Whose emergency numbers: UK US EU AU CA IE NZ IN. Usually ${DEFAULT-VALUE}.")
        private String region;

        @Option(
                names = "--content",
                paramLabel = "DIR",
                description = "Use rules/ and models/ of this folder; they are checked, trained and compiled at start.")
        private Path content;

        Assembly assemble(CommandSpec spec) throws IOException {
            if (content != null && !Files.isDirectory(content.resolve("rules"))) {
                throw new ParameterException(spec.commandLine(), "There is no folder " + content.resolve("rules") + ".");
            }
            Assembly assembly = Assembly.of(Optional.ofNullable(content), region);
            if (assembly.usual() == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no region " + region + ". There are: "
                                + String.join(", ", assembly.content().regions().keySet()) + ".");
            }
            assembly.content()
                    .overdue()
                    .forEach(mistake -> spec.commandLine().getErr().println("Warning: " + mistake));
            return assembly;
        }
    }

    /** One message, one reply, in the terminal. */
    @Command(name = "ask", description = "Answers one message in the terminal.", mixinStandardHelpOptions = true)
    static final class Ask implements Callable<Integer> {

        @Mixin
        private Where where;

        @Option(names = "--json", description = "Print the whole reply as JSON.")
        private boolean json;

        @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "What the person says.")
        private List<String> words;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Assembly assembly = where.assemble(spec);
            Message message = new Message(String.join(" ", words), List.of());
            Conversation answered = assembly.conversations()
                    .say(Optional.empty(), Optional.empty(), Optional.empty(), message);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                ObjectWriter writer = new ObjectMapper().writerWithDefaultPrettyPrinter();
                out.println(writer.writeValueAsString(ChatReply.of(answered, assembly.names())));
            } else {
                out.println(answered.lastTurn().reply().text());
            }
            return 0;
        }
    }
}

package scapula;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import scapula.domain.ContentProblem;
import scapula.http.AllowedOrigins;
import scapula.http.Server;

/** The command line. Without a command it serves the chat. */
@Command(
        name = "scapula",
        header = "Scapula answers questions about upper-back pain and exercise.",
        description = "Without a command it serves the chat page and POST /api/chat.%n",
        subcommands = {
            Ask.class,
            Check.class,
            RulesReport.class,
            Measure.class,
            Score.class,
            ScoreReading.class,
            ScoreTriage.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it went well",
            "1:it failed: the content has mistakes, or the port is taken",
            "2:a wrong option"
        })
public final class Main implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "7070",
            paramLabel = "N",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(
            names = "--messages-per-minute",
            defaultValue = "60",
            paramLabel = "N",
            description = "Most messages a minute from one address; 0 for no limit. Default: ${DEFAULT-VALUE}.")
    private int perMinute;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            description = "Another site that may show the chat in its pages and call the API from them, such as "
                    + "https://example.org; repeat it for each. Default: none.")
    private List<String> allowed = List.of();

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        AllowedOrigins origins = origins();
        Server server = setting.assemble(spec).server(perMinute, origins);
        int taken = server.start(host, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Scapula is at http://" + host + ":" + taken + " for the region " + setting.region()
                + ". Ctrl+C stops it.");
        out.flush();
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private AllowedOrigins origins() {
        try {
            return new AllowedOrigins(allowed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private static int explain(Exception broken, CommandLine command, ParseResult parsed) throws Exception {
        if (broken instanceof ContentProblem) {
            command.getErr().println("The content has mistakes:\n" + broken.getMessage());
        } else if (broken instanceof JavalinBindException) {
            command.getErr().println("The port is taken or not allowed. Choose another with --port.");
        } else {
            throw broken;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"scapula " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(not from a jar)" : version;
        }
    }
}

package scapula;

import io.javalin.util.JavalinBindException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import scapula.domain.ContentProblem;
import scapula.domain.StoreProblem;

/** The command line. Without a command it serves the chat. */
@Command(
        name = "scapula",
        header = "Scapula answers questions about upper-back pain and exercise.",
        description = "Without a command it serves the chat page and POST /api/chat. Each option may be given as an "
                + "environment variable instead: --messages-per-minute is SCAPULA_MESSAGES_PER_MINUTE.%n",
        subcommands = {
            Ask.class,
            Check.class,
            Health.class,
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
            "2:a wrong option",
            "69:the database does not answer",
            "130, 143:it was stopped, by Ctrl+C or by SIGTERM"
        })
public final class Main extends Serve {

    private static final int STORE_AWAY = 69;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .addSubcommand(new Serve())
                .setDefaultValueProvider(new Environment())
                .setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception broken, CommandLine command, ParseResult parsed) throws Exception {
        if (broken instanceof StoreProblem) {
            command.getErr()
                    .println("The store cannot be used (" + broken.getMessage() + "). Is --store right, does the "
                            + "database run, and is no other program using its file?");
            return STORE_AWAY;
        }
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

package scapula;

import io.javalin.util.JavalinBindException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
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
            TerminalChat.class,
            Ask.class,
            Explain.class,
            Check.class,
            PlayConversations.class,
            Export.class,
            Health.class,
            RulesReport.class,
            Measure.class,
            Score.class,
            ScoreReading.class,
            ScoreTriage.class,
            Completion.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it went well",
            "1:it failed: the content has mistakes, a conversation is not as it is kept, or the port is taken",
            "2:a wrong command, option or value, or a file that is not there",
            "69:the database does not answer",
            "70:something went wrong that nobody foresaw; -Dscapula.debug=true before -jar shows where",
            "78:a wrong value in an environment variable SCAPULA_…",
            "130, 143:it was stopped, by Ctrl+C or by SIGTERM"
        })
public final class Main extends Serve {

    /** As in sysexits.h. */
    private static final int STORE_AWAY = 69;

    private static final int UNFORESEEN = 70;

    private static final List<String> ASKING = List.of("--help", "-h", "--version", "-V");

    /** The JVM's property with which the place of what nobody foresaw is shown. */
    private static final String DEBUG = "scapula.debug";

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, Terminal.charset());
        System.exit(commandLine(args).setOut(out).execute(args));
    }

    /** What the arguments ask for: serving alone, which is known in a moment, or else all there is. */
    private static CommandLine commandLine(String... args) {
        List<String> said = List.of(args);
        boolean onlyOptions = said.isEmpty() || said.get(0).startsWith("-");
        if (onlyOptions && Collections.disjoint(said, ASKING)) {
            try {
                CommandLine serving = serving(System::getenv, Assembly::built);
                serving.parseArgs(args);
                return serving;
            } catch (ParameterException other) {
                return commandLine(System::getenv, Assembly::built);
            }
        }
        return commandLine(System::getenv, Assembly::built);
    }

    /** Of what is wrong in it the whole command line tells. */
    private static CommandLine serving(UnaryOperator<String> variables, Setting.Built built) {
        CommandLine line = new CommandLine(new Serve(), making(built));
        return line.setDefaultValueProvider(new Environment(variables, line.getParameterExceptionHandler()))
                .setParameterExceptionHandler((wrong, args) -> {
                    CommandLine all = commandLine(variables, built);
                    return all.getParameterExceptionHandler()
                            .handleParseException(
                                    new ParameterException(
                                            all, wrong.getMessage(), wrong.getArgSpec(), wrong.getValue()),
                                    args);
                })
                .setExecutionExceptionHandler(Main::explain);
    }

    /**
     * The commands and their options.
     *
     * @param variables the environment
     * @param built puts the program together
     */
    static CommandLine commandLine(UnaryOperator<String> variables, Setting.Built built) {
        CommandLine line = new CommandLine(new Main(), making(built)).addSubcommand(new Serve());
        Environment environment = new Environment(variables, line.getParameterExceptionHandler());
        return line.setDefaultValueProvider(environment)
                .setParameterExceptionHandler(environment)
                .setExecutionExceptionHandler(Main::explain);
    }

    private static IFactory making(Setting.Built built) {
        return new IFactory() {
            @Override
            public <T> T create(Class<T> part) throws Exception {
                return part == Setting.class
                        ? part.cast(new Setting(built))
                        : CommandLine.defaultFactory().create(part);
            }
        };
    }

    private static int explain(Exception broken, CommandLine command, ParseResult parsed) {
        if (broken instanceof StoreProblem) {
            command.getErr()
                    .println("The store cannot be used (" + broken.getMessage() + "). Is --store right, does the "
                            + "database run, and is no other program using its file?");
            return STORE_AWAY;
        }
        if (broken instanceof NoSuchFileException missing) {
            command.getErr().println("There is no file " + missing.getFile() + ".");
            return CommandLine.ExitCode.USAGE;
        }
        if (broken instanceof ContentProblem) {
            command.getErr().println("The content has mistakes:\n" + broken.getMessage());
        } else if (broken instanceof JavalinBindException) {
            command.getErr().println("The port is taken or not allowed. Choose another with --port.");
        } else {
            return unforeseen(broken, command);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Its message is not told: it may hold what was typed. */
    private static int unforeseen(Exception broken, CommandLine command) {
        command.getErr()
                .println("Something went wrong in Scapula itself ("
                        + broken.getClass().getSimpleName() + ").");
        if (Boolean.getBoolean(DEBUG)) {
            for (StackTraceElement place : broken.getStackTrace()) {
                command.getErr().println("  at " + place);
            }
        }
        return UNFORESEEN;
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

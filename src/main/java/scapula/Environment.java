package scapula;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options that are given by the environment: {@code --keep-hours} is {@code SCAPULA_KEEP_HOURS}. A value that cannot be is
 * a wrong configuration there, and a wrong use on the command line.
 */
final class Environment implements IDefaultValueProvider, IParameterExceptionHandler {

    /** As in sysexits.h. */
    static final int WRONG_CONFIGURATION = 78;

    private final UnaryOperator<String> variables;
    private final IParameterExceptionHandler usual;

    /**
     * Looks there.
     *
     * @param variables a variable's value by its name; null where it is not set
     * @param usual what is done about a wrong use
     */
    Environment(UnaryOperator<String> variables, IParameterExceptionHandler usual) {
        this.variables = variables;
        this.usual = usual;
    }

    /** What to throw where an option's value cannot be. */
    static ParameterException impossible(CommandSpec spec, String option, String sentence) {
        return new ParameterException(spec.commandLine(), sentence, spec.findOption(option), "");
    }

    @Override
    public String defaultValue(ArgSpec option) {
        return option instanceof OptionSpec named ? variables.apply(variable(named)) : null;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) throws Exception {
        if (wrong.getArgSpec() instanceof OptionSpec option && isFromHere(option, args)) {
            CommandLine command = wrong.getCommandLine();
            command.getErr().println(wrong.getMessage() + " It stands in " + variable(option) + ".");
            command.getErr().flush();
            return WRONG_CONFIGURATION;
        }
        return usual.handleParseException(wrong, args);
    }

    private boolean isFromHere(OptionSpec option, String[] args) {
        boolean isInArguments = Arrays.stream(option.names())
                .anyMatch(name -> Arrays.stream(args).anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "=")));
        return !isInArguments && variables.apply(variable(option)) != null;
    }

    private static String variable(OptionSpec option) {
        return "SCAPULA"
                + option.longestName().replaceFirst("^-", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}

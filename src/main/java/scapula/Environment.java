package scapula;

import java.util.Locale;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are given by the environment: {@code --keep-hours} is {@code SCAPULA_KEEP_HOURS}. */
final class Environment implements IDefaultValueProvider {

    @Override
    public String defaultValue(ArgSpec option) {
        return option instanceof OptionSpec named ? System.getenv(name(named.longestName())) : null;
    }

    private static String name(String option) {
        return "SCAPULA" + option.replaceFirst("^-", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}

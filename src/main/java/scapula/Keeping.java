package scapula;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import scapula.store.Address;
import scapula.store.ConversationStore;
import scapula.store.DatabaseStore;
import scapula.store.MemoryStore;

/** The options that say where conversations are kept, and for how long. */
final class Keeping {

    private static final String MEMORY = "memory";
    private static final String FILE = "jdbc:h2:";

    /** The part of the memory that conversations may take. */
    private static final int SHARE = 8;

    /** While the tables are brought up to date, one is held and one at work. */
    private static final int FEWEST_CONNECTIONS = 2;

    @Option(
            names = "--store",
            defaultValue = MEMORY,
            paramLabel = "WHERE",
            description = "Where conversations are kept: memory, jdbc:h2:file:PATH for one machine, or "
                    + "jdbc:postgresql://HOST/NAME for many. Default: ${DEFAULT-VALUE}. A user and a password for it are "
                    + "read from SCAPULA_STORE_USER and SCAPULA_STORE_PASSWORD.")
    private String where;

    @Option(
            names = "--store-connections",
            defaultValue = "10",
            paramLabel = "N",
            description = "Most connections to the database at a time, 2 or more. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--keep-hours",
            defaultValue = "24",
            paramLabel = "N",
            description = "Hours after the last message until a conversation is forgotten. Default: ${DEFAULT-VALUE}.")
    private int hours;

    Duration time() {
        return Duration.ofHours(hours);
    }

    /**
     * Opens it.
     *
     * @throws scapula.domain.StoreProblem where it does not answer
     */
    ConversationStore open(CommandSpec spec) {
        atLeast(1, hours, "--keep-hours", spec);
        atLeast(FEWEST_CONNECTIONS, connections, "--store-connections", spec);
        return where.equals(MEMORY) ? new MemoryStore(Runtime.getRuntime().maxMemory() / SHARE) : database(spec, where);
    }

    /**
     * Opens what was kept by another program; a file that is not there is not begun.
     *
     * @throws scapula.domain.StoreProblem where it does not answer
     */
    ConversationStore kept(CommandSpec spec) {
        if (where.equals(MEMORY)) {
            throw Environment.impossible(spec, "--store", "Say with --store where the conversation is kept.");
        }
        return database(spec, where.startsWith(FILE) ? where + ";IFEXISTS=TRUE" : where);
    }

    private static void atLeast(int least, int value, String option, CommandSpec spec) {
        if (value < least) {
            throw Environment.impossible(
                    spec, option, option + " is " + value + ", and must be " + least + " at least.");
        }
    }

    private ConversationStore database(CommandSpec spec, String url) {
        try {
            return DatabaseStore.open(new Address(
                    url,
                    Optional.ofNullable(System.getenv("SCAPULA_STORE_USER")),
                    Optional.ofNullable(System.getenv("SCAPULA_STORE_PASSWORD")),
                    connections));
        } catch (IllegalArgumentException wrong) {
            throw Environment.impossible(spec, "--store", wrong.getMessage());
        }
    }
}

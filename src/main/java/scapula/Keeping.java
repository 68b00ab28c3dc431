package scapula;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import scapula.store.Address;
import scapula.store.ConversationStore;
import scapula.store.DatabaseStore;
import scapula.store.MemoryStore;

/** The options that say where conversations are kept, and for how long. */
final class Keeping {

    private static final String MEMORY = "memory";

    /** The part of the memory that conversations may take. */
    private static final int SHARE = 8;

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
            description = "Most connections to the database at a time. Default: ${DEFAULT-VALUE}.")
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
     * @throws IllegalArgumentException with a sentence, where it is no such place
     * @throws scapula.domain.StoreProblem where it does not answer
     */
    ConversationStore open() {
        if (hours < 1 || connections < 1) {
            throw new IllegalArgumentException("Conversations are kept for 1 hour at least, by 1 connection at least.");
        }
        return where.equals(MEMORY)
                ? new MemoryStore(Runtime.getRuntime().maxMemory() / SHARE)
                : DatabaseStore.open(new Address(
                        where,
                        Optional.ofNullable(System.getenv("SCAPULA_STORE_USER")),
                        Optional.ofNullable(System.getenv("SCAPULA_STORE_PASSWORD")),
                        connections));
    }
}

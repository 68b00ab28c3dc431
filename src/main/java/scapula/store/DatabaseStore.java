package scapula.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import scapula.domain.Conversation;
import scapula.domain.StoreProblem;
import scapula.domain.Turn;

/**
 * Conversations in H2 or PostgreSQL, in the same SQL: one row for each, and one for each of its turns. A turn is one
 * transaction that holds the conversation's row, so that any number of machines can share a database.
 */
public final class DatabaseStore implements ConversationStore {

    /** In the words of SQL: someone else holds the row for too long. */
    private static final Set<String> HELD = Set.of("HYT00", "55P03", "40P01");

    private static final String THERE_ALREADY = "23505";

    /** What a turn is just being added to is left for the next time. */
    private static final String FORGET = "delete from conversation where id in "
            + "(select id from conversation where answered_at < ? limit 1000 for update skip locked)";

    /** Is refused by a database that answers but can only be read, as one that stands by. */
    private static final String WRITES_NOTHING = "update conversation set answered_at = answered_at where id = ''";

    private final Turnstile turnstile = new Turnstile();
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private DatabaseStore(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects, and brings the tables up to date.
     *
     * @throws StoreProblem where the database does not answer, or refuses
     */
    public static DatabaseStore open(Address address) {
        HikariDataSource pool;
        try {
            pool = new HikariDataSource(address.pool());
        } catch (RuntimeException unreachable) {
            throw new StoreProblem(StoreProblem.Kind.AWAY, unreachable);
        }
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:store")
                    .load()
                    .migrate();
            return new DatabaseStore(pool);
        } catch (RuntimeException unusable) {
            pool.close();
            throw new StoreProblem(StoreProblem.Kind.AWAY, unusable);
        }
    }

    @Override
    public Optional<Conversation> find(String id) {
        try {
            return jdbi.withHandle(handle -> read(handle, id));
        } catch (JdbiException failed) {
            throw problem(failed);
        }
    }

    private static Optional<Conversation> read(Handle handle, String id) {
        List<Turn> turns = handle.createQuery("select said from turn where conversation = :id order by number")
                .bind("id", id)
                .mapTo(String.class)
                .map(Turns::read)
                .list();
        return turns.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Conversation(id, turns.get(turns.size() - 1).reply().region(), turns));
    }

    @Override
    public Optional<Hold> hold(String id) {
        if (!turnstile.enter(id)) {
            return Optional.empty();
        }
        Handle handle = null;
        try {
            handle = jdbi.open();
            handle.begin();
            boolean known = handle.createQuery("select id from conversation where id = :id for update")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            return Optional.of(
                    new HeldRow(id, handle, known ? read(handle, id) : Optional.empty(), () -> turnstile.leave(id)));
        } catch (RuntimeException failed) {
            HeldRow.letGo(handle, () -> turnstile.leave(id));
            if (failed instanceof JdbiException ofDatabase && HELD.contains(state(ofDatabase))) {
                return Optional.empty();
            }
            throw problem(failed);
        }
    }

    @Override
    public int forgetBefore(Instant time) {
        try {
            return jdbi.withHandle(handle -> handle.execute(FORGET, utc(time)));
        } catch (JdbiException failed) {
            throw problem(failed);
        }
    }

    @Override
    public boolean isWritable() {
        try {
            jdbi.useHandle(handle -> handle.execute(WRITES_NOTHING));
            return true;
        } catch (JdbiException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** What a failure means. Its own message is dropped: it holds what was to be kept. */
    static StoreProblem problem(RuntimeException failed) {
        if (failed instanceof StoreProblem already) {
            return already;
        }
        boolean overtaken =
                failed instanceof JdbiException ofDatabase && state(ofDatabase).equals(THERE_ALREADY);
        return new StoreProblem(overtaken ? StoreProblem.Kind.OVERTAKEN : StoreProblem.Kind.AWAY, failed);
    }

    private static String state(JdbiException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}

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

    /** What a conversation's id may look like; what does not is never asked for. */
    private static final String ID = "[0-9A-Za-z_-]{1,64}";

    /** In the words of SQL: someone else holds the row for too long. */
    private static final Set<String> HELD = Set.of("HYT00", "55P03", "40P01");

    private static final String THERE_ALREADY = "23505";

    /** What a turn is just being added to is left for the next time. */
    private static final String FORGET = "delete from conversation where id in "
            + "(select id from conversation where answered_at < ? limit 1000 for update skip locked)";

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
        if (!id.matches(ID)) {
            return Optional.empty();
        }
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
        if (!id.matches(ID)) {
            return Optional.of(Nothing.INSTANCE);
        }
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
            return Optional.of(new Taken(id, handle, known ? read(handle, id) : Optional.empty()));
        } catch (RuntimeException failed) {
            release(id, handle);
            if (failed instanceof JdbiException ofDatabase && HELD.contains(state(ofDatabase))) {
                return Optional.empty();
            }
            throw problem(failed);
        }
    }

    private void release(String id, Handle handle) {
        try (handle) {
            if (handle != null && handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException gone) {
            // the database takes back by itself what was not committed
        } finally {
            turnstile.leave(id);
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
    public boolean isReachable() {
        try {
            return jdbi.withHandle(
                    handle -> handle.createQuery("select 1").mapTo(int.class).one() == 1);
        } catch (JdbiException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** What a failure means. Its own message is dropped: it holds what was to be kept. */
    private static StoreProblem problem(RuntimeException failed) {
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

    /** No conversation can have this id, so there is nothing to hold. */
    private enum Nothing implements Hold {
        INSTANCE;

        @Override
        public Optional<Conversation> conversation() {
            return Optional.empty();
        }

        @Override
        public void keep(Conversation after) {
            throw new IllegalArgumentException("This is no id for a conversation.");
        }

        @Override
        public void erase() {
            // there is nothing
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    /** A row that is locked, and the transaction that locks it. */
    private final class Taken implements Hold {
        private final String id;
        private final Handle handle;
        private final Optional<Conversation> conversation;

        Taken(String id, Handle handle, Optional<Conversation> conversation) {
            this.id = id;
            this.handle = handle;
            this.conversation = conversation;
        }

        @Override
        public Optional<Conversation> conversation() {
            return conversation;
        }

        @Override
        public void keep(Conversation after) {
            try {
                OffsetDateTime answered = utc(after.lastTurn().at());
                if (conversation.isEmpty()) {
                    handle.execute("insert into conversation (id, answered_at) values (?, ?)", id, answered);
                } else {
                    handle.execute("update conversation set answered_at = ? where id = ?", answered, id);
                }
                write(after.turns(), conversation.map(Conversation::turns).orElse(List.of()));
                handle.commit();
            } catch (JdbiException failed) {
                throw problem(failed);
            }
        }

        /** Writes the turns from the first that is another than before. */
        private void write(List<Turn> after, List<Turn> before) {
            int same = 0;
            while (same < Math.min(after.size(), before.size())
                    && after.get(same).equals(before.get(same))) {
                same++;
            }
            if (same < before.size()) {
                handle.execute("delete from turn where conversation = ? and number > ?", id, same);
            }
            for (int number = same + 1; number <= after.size(); number++) {
                handle.execute(
                        "insert into turn (conversation, number, said) values (?, ?, ?)",
                        id,
                        number,
                        Turns.write(after.get(number - 1)));
            }
        }

        @Override
        public void erase() {
            try {
                handle.execute("delete from conversation where id = ?", id);
                handle.commit();
            } catch (JdbiException failed) {
                throw problem(failed);
            }
        }

        @Override
        public void close() {
            release(id, handle);
        }
    }
}

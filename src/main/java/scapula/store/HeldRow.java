package scapula.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import scapula.domain.Conversation;
import scapula.domain.Turn;
import scapula.store.ConversationStore.Hold;

/** A conversation's row that is locked, and the transaction that locks it. */
final class HeldRow implements Hold {

    private final String id;
    private final Handle handle;
    private final Optional<Conversation> conversation;
    private final Runnable done;

    /** @param done what to do when it is let go */
    HeldRow(String id, Handle handle, Optional<Conversation> conversation, Runnable done) {
        this.id = id;
        this.handle = handle;
        this.conversation = conversation;
        this.done = done;
    }

    @Override
    public Optional<Conversation> conversation() {
        return conversation;
    }

    @Override
    public void keep(Conversation after) {
        try {
            OffsetDateTime answered = DatabaseStore.utc(after.lastTurn().at());
            if (conversation.isEmpty()) {
                handle.execute("insert into conversation (id, answered_at) values (?, ?)", id, answered);
            } else {
                handle.execute("update conversation set answered_at = ? where id = ?", answered, id);
            }
            write(after.turns(), conversation.map(Conversation::turns).orElse(List.of()));
            handle.commit();
        } catch (JdbiException failed) {
            throw DatabaseStore.problem(failed);
        }
    }

    /** Writes the turns from the first that is another than before. */
    private void write(List<Turn> after, List<Turn> before) {
        int same = 0;
        while (same < Math.min(after.size(), before.size()) && after.get(same).equals(before.get(same))) {
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
            throw DatabaseStore.problem(failed);
        }
    }

    @Override
    public void close() {
        letGo(handle, done);
    }

    /**
     * Ends a transaction, if it was begun, without what was not committed.
     *
     * @param done what to do then
     */
    static void letGo(Handle handle, Runnable done) {
        try (handle) {
            if (handle != null && handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException gone) {
            // the database takes back by itself what was not committed
        } finally {
            done.run();
        }
    }
}

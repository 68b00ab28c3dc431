package scapula.store;

import java.time.Instant;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.StoreProblem;

/** The one place that remembers. What is kept when {@link Hold#keep} returns is kept; nothing else is. */
public interface ConversationStore extends AutoCloseable {

    /**
     * A conversation as it stands.
     *
     * @throws StoreProblem where it cannot be read now
     */
    Optional<Conversation> find(String id);

    /**
     * Takes a conversation, or the place for a new one, for one turn; nobody else gets it until the hold is closed.
     *
     * @return empty where another turn of it takes too long
     * @throws StoreProblem where it cannot be read now
     */
    Optional<Hold> hold(String id);

    /** Forgets conversations that were last answered before this, perhaps not all at once, and says how many. */
    int forgetBefore(Instant time);

    /** Whether conversations can be kept now. */
    boolean isWritable();

    @Override
    void close();

    /** A conversation that is taken. Closing it without keeping changes nothing. */
    interface Hold extends AutoCloseable {

        /** As it stands; empty where there is none yet. */
        Optional<Conversation> conversation();

        /** Keeps it as it is now, for good. */
        void keep(Conversation after);

        /** Forgets it and all that is in it, for good. */
        void erase();

        @Override
        void close();
    }
}

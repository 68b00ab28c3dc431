package scapula.store;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Conversation;

/**
 * Conversations in memory, gone with the program. They take a part of the memory and no more: where that is full, the
 * one that was left longest ago is forgotten for a new one.
 */
public final class MemoryStore implements ConversationStore {

    /** What a turn takes besides its texts, and what each of their letters does; measured, and rounded up. */
    private static final int BYTES_A_TURN = 4_000;

    private static final int BYTES_A_LETTER_TOLD = 4;

    /** What is typed may be full of findings. */
    private static final int BYTES_A_LETTER_TYPED = 8;

    private final Turnstile turnstile = new Turnstile();

    /** The one that was answered longest ago first. */
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();

    private final long mostBytes;
    private long bytes;

    /** @param mostBytes what all conversations may take together */
    public MemoryStore(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public synchronized Optional<Conversation> find(String id) {
        return Optional.ofNullable(conversations.get(id));
    }

    @Override
    public Optional<Hold> hold(String id) {
        return turnstile.enter(id) ? Optional.of(new Taken(id, find(id))) : Optional.empty();
    }

    private synchronized void put(Conversation conversation) {
        remove(conversation.id());
        conversations.put(conversation.id(), conversation);
        bytes += size(conversation);
        Iterator<Conversation> eldest = conversations.values().iterator();
        while (bytes > mostBytes && conversations.size() > 1) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    private synchronized void remove(String id) {
        Conversation known = conversations.remove(id);
        bytes -= known == null ? 0 : size(known);
    }

    private static long size(Conversation conversation) {
        return conversation.turns().stream()
                .mapToLong(turn -> BYTES_A_TURN
                        + (long) BYTES_A_LETTER_TOLD * turn.reply().text().length()
                        + (long) BYTES_A_LETTER_TYPED * turn.message().text().length())
                .sum();
    }

    @Override
    public synchronized int forgetBefore(Instant time) {
        int before = conversations.size();
        conversations.values().stream()
                .filter(conversation -> conversation.lastTurn().at().isBefore(time))
                .map(Conversation::id)
                .toList()
                .forEach(this::remove);
        return before - conversations.size();
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void close() {
        // memory needs no farewell
    }

    private final class Taken implements Hold {
        private final String id;
        private final Optional<Conversation> conversation;

        Taken(String id, Optional<Conversation> conversation) {
            this.id = id;
            this.conversation = conversation;
        }

        @Override
        public Optional<Conversation> conversation() {
            return conversation;
        }

        @Override
        public void keep(Conversation after) {
            put(after);
        }

        @Override
        public void erase() {
            remove(id);
        }

        @Override
        public void close() {
            turnstile.leave(id);
        }
    }
}

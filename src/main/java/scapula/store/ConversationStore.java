package scapula.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import scapula.domain.Conversation;
import scapula.domain.Region;

/** The one place that remembers: conversations in memory, forgotten a day after their last message. */
public final class ConversationStore {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final long MOST = 100_000;

    private final Cache<String, Conversation> conversations =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** A new conversation under an id that cannot be guessed; it is kept once {@link #keep} is called. */
    public Conversation start(Region region) {
        return new Conversation(UUID.randomUUID().toString(), region, List.of());
    }

    public Optional<Conversation> find(String id) {
        return Optional.ofNullable(conversations.getIfPresent(id));
    }

    public void keep(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /** Forgets a conversation and all that is in it. */
    public void erase(String id) {
        conversations.invalidate(id);
    }

    /** Takes a conversation for one message; false while another message of it is still being answered. */
    public boolean hold(String id) {
        return held.add(id);
    }

    public void release(String id) {
        held.remove(id);
    }
}

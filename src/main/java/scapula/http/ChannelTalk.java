package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import scapula.domain.Conversation;
import scapula.domain.Region;
import scapula.talk.Conversations;
import scapula.talk.Refused;

/**
 * How the clients of others talk: in a conversation that they have a name for, or by sending all of it each time. The
 * name becomes an id by arithmetic, so that every server finds the same conversation without asking another.
 */
final class ChannelTalk {

    /** What is played from the beginning takes the time of all of it. */
    private static final int MOST_MESSAGES = 100;

    private static final int MOST_CHARACTERS = 20_000;

    /** What Rasa calls everybody whose client gives no name: two people must never share a conversation. */
    static final String NOBODY = "default";

    private final Conversations conversations;

    ChannelTalk(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The name of one conversation, if this is one. */
    static Optional<String> name(Optional<String> told) {
        return told.map(String::strip).filter(name -> !name.isEmpty() && !name.equals(NOBODY));
    }

    /** What the person says in the {@code messages} of a request, read so from each; what others say is left out. */
    static List<String> said(JsonNode body, Function<JsonNode, String> words) {
        return StreamSupport.stream(body.path("messages").spliterator(), false)
                .filter(message -> message.path("role").asText().equals("user"))
                .map(words)
                .toList();
    }

    /**
     * Answers the last message: in the conversation of this name, or after all that was said before it.
     *
     * @param channel what the name is unique in
     * @param said all messages of the person, the newest last
     */
    Conversation answer(String channel, Optional<String> name, Optional<Region> region, List<String> said)
            throws Problem, Refused {
        if (said.isEmpty()) {
            throw Problem.unprocessable("There is no message of the person.");
        }
        if (name.isPresent()) {
            String newest = ChatRequest.usable(said.get(said.size() - 1));
            return conversations.sayAs(id(channel, name.get()), region, newest);
        }
        return conversations.play(region, usable(said));
    }

    /** What these texts lead to, which were not written to Scapula; nothing is kept. */
    Conversation read(Optional<Region> region, List<String> texts) throws Problem {
        return conversations.read(region, usable(texts));
    }

    private static List<String> usable(List<String> said) throws Problem {
        if (said.size() > MOST_MESSAGES
                || said.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
            throw Problem.unprocessable(
                    "These are more than 100 messages or 20,000 characters in all. Please send less, or begin anew.");
        }
        List<String> usable = new ArrayList<>();
        for (String typed : said) {
            usable.add(ChatRequest.usable(typed));
        }
        return usable;
    }

    /** Forgets the conversation of this name. */
    void erase(String channel, String name) throws Refused {
        conversations.eraseAs(id(channel, name));
    }

    private static String id(String channel, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((channel + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

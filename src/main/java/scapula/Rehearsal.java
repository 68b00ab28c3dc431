package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.Message;
import scapula.http.ChatReply;
import scapula.talk.Refused;

/** One conversation with the program itself, without a server. */
final class Rehearsal implements Transcript.Partner {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Assembly assembly;
    private Optional<String> conversation = Optional.empty();

    Rehearsal(Assembly assembly) {
        this.assembly = assembly;
    }

    @Override
    public JsonNode say(Message message) throws Refused {
        Conversation answered = assembly.conversations().say(conversation, Optional.empty(), Optional.empty(), message);
        conversation = Optional.of(answered.id());
        return JSON.valueToTree(ChatReply.of(answered, assembly.names()));
    }

    /** Whether a rule speaks in the conversation so far. */
    boolean speaks(String rule) throws Refused {
        return assembly.conversations().whyNot(conversation.orElseThrow(), rule).fired();
    }
}

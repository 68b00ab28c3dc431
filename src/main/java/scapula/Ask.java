package scapula;

import picocli.CommandLine.Command;
import scapula.domain.Conversation;
import scapula.http.ChatReply;

/** One message, one reply, in the terminal. */
@Command(
        name = "ask",
        description = "Answers one message in the terminal.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Ask extends OneMessage {

    @Override
    String text(Conversation answered, Assembly assembly) {
        return answered.lastTurn().reply().text();
    }

    @Override
    ChatReply data(Conversation answered, Assembly assembly) {
        return ChatReply.of(answered, assembly.names());
    }
}

package scapula;

import picocli.CommandLine.Command;
import scapula.domain.Conversation;
import scapula.http.Explanation;

/** For editors: how the reply to a message comes about. */
@Command(
        name = "explain",
        description = "Tells how the reply to a message comes about: what was read, which rules led to the level, the "
                + "question and the answer, and why not the next best.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Explain extends OneMessage {

    @Override
    String text(Conversation answered, Assembly assembly) {
        return ExplanationText.of(data(answered, assembly));
    }

    @Override
    Explanation data(Conversation answered, Assembly assembly) {
        return Explanation.of(
                answered,
                assembly.conversations().nextBest(answered),
                assembly.names(),
                assembly.content().written());
    }
}

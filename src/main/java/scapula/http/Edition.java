package scapula.http;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import scapula.domain.Conversation;
import scapula.domain.Guide;
import scapula.domain.Made;
import scapula.domain.Region;
import scapula.domain.Summary;
import scapula.talk.Conversations;

/**
 * All that the wire needs of one edition of the content, which another takes the place of as a whole.
 *
 * @param summaries sums up a conversation
 * @param guide the rules in words, put together once they are asked for
 * @param usual the region of a person who names none
 * @param made its versions
 */
public record Edition(
        Conversations conversations,
        ChatReply.Names names,
        Function<Conversation, Summary> summaries,
        Supplier<Guide> guide,
        Map<String, Region> regions,
        Region usual,
        Made made) {}

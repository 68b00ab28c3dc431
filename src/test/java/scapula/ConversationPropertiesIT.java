package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import scapula.domain.Level;
import scapula.domain.Question;

/** What holds of every conversation, whatever is tapped; through the server, the seed printed on failure. */
class ConversationPropertiesIT {

    private static final int MANY = 300;

    /** The most questions of the check (clinical reference, 5.1); a danger's own question comes besides. */
    private static final int MOST_OF_CHECK = 7;

    /** Questions with options that answer them. */
    private static final Set<String> KINDS = Set.of("one", "many");

    /** What a person taps who answers at random, and the replies to it. */
    private static List<JsonNode> converse(String first, long seed) {
        Random random = new Random(seed);
        Chat chat = new Chat();
        List<JsonNode> replies = new ArrayList<>(List.of(chat.say(first)));
        while (KINDS.contains(asked(replies).path("kind").asText())) {
            replies.add(chat.tap(some(asked(replies), random)));
        }
        return replies;
    }

    /** The question that the last reply puts; a missing one where it puts none. */
    private static JsonNode asked(List<JsonNode> replies) {
        return replies.get(replies.size() - 1).path("question");
    }

    private static List<String> some(JsonNode question, Random random) {
        List<String> options = StreamSupport.stream(question.get("options").spliterator(), false)
                .map(option -> option.get("id").asText())
                .toList();
        if (!question.get("kind").asText().equals("many")) {
            return List.of(options.get(random.nextInt(options.size())));
        }
        int dropped = random.nextInt(options.size() + 1);
        List<String> ticked = options.stream()
                .filter(option -> random.nextInt(options.size()) >= dropped)
                .filter(option -> !option.equals(Question.NONE))
                .toList();
        return ticked.isEmpty() ? List.of(Question.NONE) : ticked;
    }

    @Property(tries = MANY)
    void everyConversationEndsWithinTheLimitAndAsksNothingTwice(@ForAll("openings") String first, @ForAll long seed) {
        Set<String> put = new HashSet<>();
        for (JsonNode reply : converse(first, seed)) {
            String id = reply.at("/question/id").asText();
            assertTrue(id.isEmpty() || put.add(id), () -> id + " is asked twice");
        }
        assertTrue(put.stream()
                        .filter(id -> !Question.isOfDanger(id) && !id.equals(Question.OFFER))
                        .count()
                <= MOST_OF_CHECK);
    }

    @Property(tries = MANY)
    void moreIsNeverToComeThanWasTold(@ForAll("openings") String first, @ForAll long seed) {
        List<JsonNode> replies = converse(first, seed);
        for (int i = 0; i < replies.size(); i++) {
            JsonNode question = replies.get(i).path("question");
            long toCome = replies.stream()
                    .skip(i + 1L)
                    .map(later -> later.at("/question/id").asText())
                    .filter(id -> id.startsWith("Q"))
                    .count();
            assertTrue(
                    !question.has("remaining")
                            || toCome <= question.get("remaining").asInt(),
                    () -> question + " and then " + toCome);
        }
    }

    @Property(tries = MANY)
    void theLevelNeverFallsByAnAnswer(@ForAll("openings") String first, @ForAll long seed) {
        Level reached = Level.NOT_CHECKED;
        for (JsonNode reply : converse(first, seed)) {
            Level level = level(reply);
            Level before = reached;
            assertFalse(before.isAbove(level), () -> level + " after " + before);
            reached = level;
        }
    }

    @Property(tries = MANY)
    void theSameConversationGivesTheSameBytes(@ForAll("openings") String first, @ForAll long seed) {
        assertEquals(bytes(converse(first, seed)), bytes(converse(first, seed)));
    }

    @Provide
    Arbitrary<String> openings() throws IOException {
        return Arbitraries.of(Files.readAllLines(Path.of("src/test/resources/triage/fresh.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                .toList());
    }

    private static Level level(JsonNode reply) {
        String level = reply.at("/triage/level").asText();
        String within = reply.at("/triage/within").asText();
        return List.of(Level.values()).stream()
                .filter(one -> one.wire().equals(level))
                .filter(one -> !level.equals("soon") || within.equals(one.within()))
                .findFirst()
                .orElseThrow();
    }

    /** The replies without the names that the server makes up for each conversation and message. */
    private static List<String> bytes(List<JsonNode> replies) {
        return replies.stream()
                .map(reply -> reply.toString()
                        .replace(reply.get("conversationId").asText(), "")
                        .replace(reply.get("messageId").asText(), ""))
                .toList();
    }
}

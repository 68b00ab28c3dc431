package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code /api/conversations/{id}}: what was said can be read again, changed and erased. */
class ConversationApiTest {

    private static final String SORE = "my upper back is sore since rows yesterday";
    private static final String CHEST_PAIN = "a";
    private static final String NONE = "none";

    private final Chat chat = new Chat();

    private static List<String> each(JsonNode turns, String pointer) {
        return StreamSupport.stream(turns.spliterator(), false)
                .map(turn -> turn.at(pointer).asText())
                .toList();
    }

    private static JsonNode turns(HttpResponse<String> transcript) {
        return Chat.json(transcript.body()).get("turns");
    }

    @Test
    void aConversationIsReadAgainWithWhatWasSaidAndTheOpenQuestion() {
        chat.say(SORE);
        chat.tap(NONE);
        JsonNode last = chat.say("actually it is between my shoulder blades");

        HttpResponse<String> transcript = chat.transcript();
        assertEquals(200, transcript.statusCode());
        assertEquals(
                "no-store", transcript.headers().firstValue("Cache-Control").orElse(""));
        JsonNode turns = turns(transcript);
        assertEquals(List.of(SORE, "None of these", "actually it is between my shoulder blades"), each(turns, "/said"));
        assertEquals(last, turns.get(2).get("reply"), "the last reply, with its question, is what it was");
        assertEquals(NONE, turns.get(1).at("/chosen/0").asText());
        assertEquals(
                last.get("understood"), Chat.json(transcript.body()).get("understood"), "and all that was understood");
    }

    @Test
    void aCorrectionIsReadAgainAsWhatItCorrected() {
        chat.say(SORE);
        chat.correct("trig:row_pull", "absent");
        JsonNode turn = turns(chat.transcript()).get(1);
        assertEquals("trig:row_pull", turn.get("corrected").asText());
        assertEquals("", turn.get("said").asText());
    }

    @Test
    void anEarlierAnswerIsChangedAndTheLaterOnesAreKept() {
        chat.say(SORE);
        chat.tap(NONE);
        chat.tap(NONE);

        JsonNode changed = Chat.json(chat.change(1, "{\"message\": \"my upper back is sore since swimming\"}")
                .body());
        assertEquals(
                "I have changed your answer and gone through the rest again. The advice stays the same.",
                changed.at("/changed/text").asText());
        assertEquals(0, changed.at("/changed/dropped").asInt());
        JsonNode turns = changed.at("/conversation/turns");
        assertEquals(
                List.of("my upper back is sore since swimming", "None of these", "None of these"),
                each(turns, "/said"));
        assertEquals(turns, turns(chat.transcript()), "and it is kept so");
        assertTrue(Chat.finding(turns.get(2).get("reply"), "trig:row_pull").isMissingNode());
    }

    @Test
    void aDangerThatIsTickedByAChangeCountsAtOnceAndOneTakenBackByItCountsNoMore() {
        chat.say(SORE);
        chat.tap(NONE);
        chat.tap(NONE);

        JsonNode worse = Chat.json(
                chat.change(2, "{\"chosen\": [\"" + CHEST_PAIN + "\"]}").body());
        assertEquals("emergency", worse.at("/changed/to").asText());
        assertEquals(1, worse.at("/changed/dropped").asInt(), "an emergency asks nothing more");

        JsonNode better =
                Chat.json(chat.change(2, "{\"chosen\": [\"" + NONE + "\"]}").body());
        assertEquals("emergency", better.at("/changed/from").asText());
        assertEquals("not_checked", better.at("/changed/to").asText());
    }

    @Test
    void aDangerInOnesOwnWordsIsToldAgainWhateverChangesBefore() {
        chat.say("why is my upper back tight");
        chat.tap(NONE);
        chat.say("i have crushing chest pain now");
        JsonNode changed = Chat.json(chat.change(1, "{\"message\": \"how do I stretch my upper back?\"}")
                .body());
        assertEquals("emergency", changed.at("/changed/to").asText());
    }

    @Test
    void whatCannotBeChangedIsRefusedInWordsAndNothingIsLost() {
        chat.say(SORE);
        chat.correct("trig:row_pull", "absent");
        JsonNode before = turns(chat.transcript());

        assertEquals(404, chat.change(7, "{\"message\": \"hello\"}").statusCode());
        assertEquals(404, chat.change(2, "{\"message\": \"hello\"}").statusCode(), "a correction is no message");
        assertEquals(422, chat.change(1, "{\"chosen\": [\"nowhere\"]}").statusCode());
        assertEquals(422, chat.change(1, "{}").statusCode());
        assertEquals(before, turns(chat.transcript()));
    }

    @Test
    void anErasedConversationIsGone() {
        chat.say(SORE);
        assertEquals(204, chat.erase().statusCode());
        assertEquals(404, chat.transcript().statusCode());
        assertEquals(404, chat.erase().statusCode());
    }

    @Test
    void aQuestionSaysWhyItIsAsked() {
        JsonNode question = chat.say(SORE).get("question");
        assertEquals(
                "Back pain is asked about signs of the heart, the lungs, the main artery and the brain.",
                question.get("why").asText());
        JsonNode which = chat.tap("d").get("question");
        assertTrue(which.get("why").asText().startsWith("You picked one line that names several things."));
    }

    @Test
    void howBadHowLongAndWhetherItChangesHoldOneAnswerEach() {
        chat.say(SORE + ", when I move");
        JsonNode question = chat.tap(NONE).get("question");
        while (!question.get("id").asText().equals("Q5")) {
            question = chat.tap(NONE).get("question");
        }
        assertEquals(
                "[\"How bad\",\"How long\",\"Is it changing\"]",
                question.get("oneOf").toString());
    }

    @Test
    void anAnswerOffersQuestionsThatLieNearAndNoneTwice() {
        JsonNode first = chat.say("how do I stretch my upper back?");
        assertFalse(first.get("related").isEmpty());
        assertTrue(first.get("related").size() <= 3);
        String title = first.at("/related/0/title").asText();

        JsonNode second = chat.say(title);
        assertEquals(List.of(first.at("/related/0/id").asText()), Chat.answers(second));
        assertFalse(each(second.get("related"), "/id").contains("how-to-stretch"), "what was told is not offered");
    }

    @Test
    void noQuestionIsOfferedWhileTheCheckAsks() {
        JsonNode reply = chat.say("why does my upper back hurt when I work out? it hurts now");
        assertEquals("Q1a", reply.at("/question/id").asText());
        assertTrue(reply.get("related").isEmpty());
    }
}

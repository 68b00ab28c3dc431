package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scapula.Assembly.Outside;
import scapula.ScoreTriage.Met;
import scapula.domain.Conversation;
import scapula.domain.Level;
import scapula.domain.Message;
import scapula.domain.NextBest;
import scapula.store.MemoryStore;
import scapula.talk.Conversations;
import scapula.talk.Refused;

/** How a check goes: what is asked, what an answer changes, and what never lowers a level. */
class TriageTest {

    private static final List<String> LEVELS = List.of("not_checked", "self_care", "soon", "urgent", "emergency");
    private static final String SORE =
            "Back day yesterday, both sides between my shoulders ache today when I move, 4/10, 25";
    private static final String TO_EMERGENCY = "left upper back ache came on mid run, sweaty and sick";

    @Test
    void anEmergencyIsToldAtOnceAndNothingIsAsked() {
        JsonNode reply = new Chat().say(TO_EMERGENCY);

        assertEquals("emergency", level(reply));
        assertEquals("now", reply.at("/triage/within").asText());
        assertEquals("Call 999 now", reply.at("/cards/0/heading").asText());
        assertTrue(reply.get("question").isNull());
        assertEquals(List.of(), Chat.answers(reply), "an emergency holds answers back");
        assertFalse(reply.at("/triage/flags").isEmpty());
        assertFalse(reply.get("because").isEmpty());
    }

    @Test
    void anEmergencyStaysWhateverIsSaidAfterIt() {
        Chat chat = new Chat();
        chat.say(TO_EMERGENCY);

        for (String later : List.of("im fine really", "my mate says its a pulled muscle", "how do i stretch it?")) {
            JsonNode reply = chat.say(later);
            assertEquals("emergency", level(reply), later);
            assertEquals("emergency", reply.at("/cards/0/kind").asText(), later);
        }
    }

    @Test
    void aDangerIsAskedAboutWithTheEmergencyLineInTheSameMessage() {
        JsonNode reply = new Chat().say("tearing feeling behind my left shoulder blade");

        assertEquals("AORTA.torn", asked(reply));
        assertEquals("ask", reply.at("/cards/0/kind").asText());
        assertTrue(reply.at("/cards/0/heading").asText().contains("call 999 now"));
        assertEquals("soon", level(reply), "what is only asked about does not count yet");
    }

    /** A model that is surer of farewells once took "no sweat now" for one, and said goodbye beside a danger. */
    @Test
    void whatMayAnswerTheOpenQuestionIsNotTakenForAFarewell() {
        for (String no :
                List.of("no sweat now", "nope all gone now", "nothing like that now", "no thanks im fine now")) {
            Chat chat = new Chat();
            assertEquals("ACS_EQUIV.now", asked(chat.say("my upper back hurts and i have a cold sweat")));

            JsonNode reply = chat.say(no);

            assertEquals("emergency", level(reply), no + ": none of what the options offer is the safe reading");
            assertFalse(reply.get("text").asText().contains("Goodbye"), no);
        }
        Chat leaving = new Chat();
        leaving.say("my upper back hurts and i have a cold sweat");
        assertEquals("ACS_EQUIV.now", asked(leaving.say("thats all bye")), "a farewell does not close a danger");
    }

    @Test
    void aBareNoToAListIsMadeSureOf() {
        Chat chat = new Chat();
        assertEquals("Q1a", asked(chat.say(SORE)));

        JsonNode again = chat.say("no");
        assertEquals("Q1a", asked(again));
        assertEquals(
                "Is that a no to every one of these?",
                again.at("/question/text").asText());
        assertTrue(Chat.finding(again, "assoc:chest_pain").isMissingNode(), "not asked is not denied");

        JsonNode next = chat.say("yes");
        assertEquals("Q1b", asked(next));
        assertEquals(
                "absent", Chat.finding(next, "assoc:chest_pain").get("state").asText());
    }

    @Test
    void aBareYesToAListIsAskedWhichOne() {
        Chat chat = new Chat();
        chat.say(SORE);

        JsonNode again = chat.say("yes");

        assertEquals("Q1a", asked(again));
        assertEquals("not_checked", level(again));
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndTheOpenOneComesBack() {
        Chat chat = new Chat();
        chat.say(SORE);

        JsonNode reply = chat.say("how do I stretch my upper back?");

        assertEquals(List.of("how-to-stretch"), Chat.answers(reply));
        assertEquals("Q1a", asked(reply));
    }

    @Test
    void whatIsTickedAsOneOfSeveralIsAskedAboutBeforeItCounts() {
        Chat chat = new Chat();
        chat.say(SORE);
        chat.tap("none");

        JsonNode which = chat.tap("c");
        assertEquals("Q1b.c", asked(which));
        assertEquals("not_checked", level(which));

        assertEquals("soon", level(chat.tap("trauma_minor")));
    }

    @Test
    void twoThingsThatAreEachOneOfSeveralAreBothAskedAbout() {
        Chat chat = new Chat();
        chat.say(SORE);
        chat.tap("none");

        assertEquals("Q1b.d", asked(chat.tap("d", "g")));
        assertEquals("Q1b.g", asked(chat.tap("fever")));
        assertEquals("urgent", level(chat.tap("tummy_pain_upper")));
    }

    @Test
    void homeCareOnlyComesThroughTheGateAndSaysWhatWouldChangeIt() {
        Chat chat = new Chat();
        JsonNode reply = chat.say(SORE);
        for (int asked = 0; !reply.get("question").isNull() && asked < 8; asked++) {
            reply = chat.tap(
                    switch (asked(reply)) {
                        case "Q2" -> "c";
                        case "Q2b" -> "b";
                        case "Q5" -> "a";
                        default -> "none";
                    });
        }

        assertEquals("self_care", level(reply));
        assertEquals("self_care", reply.at("/cards/0/kind").asText());
        assertEquals("emergency", reply.at("/wouldChange/0/level").asText());
        assertTrue(reply.at("/summary/html").asText().endsWith("/summary"));
    }

    @Test
    void aCorrectionThatNamesTheFindingIsTheOnlyThingThatLowersALevel() {
        Chat chat = new Chat();
        assertEquals("urgent", level(chat.say("upper back pain and temp 38.6")));
        assertEquals("urgent", level(chat.say("no fever any more")));

        JsonNode corrected = chat.correct("assoc:fever", "absent");

        assertFalse(level(corrected).equals("urgent"));
        assertTrue(corrected.at("/lead/0/lines/0/0/text").asText().contains("less urgent"));
    }

    @Test
    void somebodyElseIsAskedAboutThroughTheHelper() {
        Chat chat = new Chat();
        JsonNode reply = chat.say("my wife has pain in her upper back since yesterday");
        assertEquals("other.with-them", asked(reply));
        assertEquals("other", reply.at("/understood/about").asText());

        assertTrue(chat.tap("yes").at("/question/text").asText().contains("they"));
    }

    @Test
    void whoRefusesTwiceIsToldThatNothingWasChecked() {
        Chat chat = new Chat();
        chat.say(SORE);
        assertEquals("Q1b", asked(chat.say("skip")));

        JsonNode reply = chat.say("id rather not say");

        assertEquals("not_checked", level(reply));
        assertEquals("not_checked", reply.at("/cards/0/kind").asText());
        assertTrue(reply.get("question").isNull());
    }

    @Test
    void thoughtsOfEndingOnesLifeAreMetBesidesALevelAndNeverInstead() {
        JsonNode reply = new Chat().say("upper back pain and temp 38.6, i dont want to live anymore");

        assertTrue(reply.at("/triage/crisis").asBoolean());
        assertEquals("urgent", level(reply));
        assertTrue(reply.get("text").asText().contains("116 123"));
    }

    @Test
    void whereSomebodySaysTheyAreTheNumbersFollow() {
        Chat chat = new Chat();

        assertTrue(chat.say("im in new zealand, upper back is sore")
                .get("safety")
                .asText()
                .contains("call 111"));
        assertTrue(chat.say("thanks").get("safety").asText().contains("call 111"));
    }

    @Test
    void aRuleThatIsSilentSaysWhatItWouldNeed() {
        Chat chat = new Chat();
        chat.say("upper back ache since yesterday");

        JsonNode whyNot = chat.whyNot("Chest pain with pain in the upper back is an emergency");

        assertFalse(whyNot.get("fired").asBoolean());
        assertEquals("assoc:chest_pain", whyNot.at("/needs/0/token").asText());
    }

    @Test
    void aRuleThatCameNearLacksSomethingUnlessItSpeaks() throws Refused {
        Conversations conversations = Chat.assembly(Outside.alone()).conversations();
        List<Transcript> transcripts = Transcript.in(Path.of("."));
        for (int i = 0; i < transcripts.size(); i += 5) {
            Transcript kept = transcripts.get(i);
            String message = kept.lines().stream()
                    .filter(line -> line.startsWith("you: "))
                    .findFirst()
                    .orElseThrow();
            Conversation talk = conversations.say(
                    Optional.empty(), Optional.empty(), Optional.empty(), new Message(message.substring(5), List.of()));
            NextBest next = conversations.nextBest(talk);
            Stream.concat(next.higher().stream(), next.answers().stream())
                    .forEach(rule ->
                            assertEquals(rule.fired(), rule.lacking().isEmpty(), () -> rule + " in " + kept.name()));
        }
    }

    /**
     * Three wordings for each row of red flags: its level is reached, or its danger asked about at once. What is seen
     * within days may wait for the lists of the check.
     */
    @TestFactory
    Stream<DynamicTest> everyRowIsHeardInFreshWords() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/triage/fresh.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .map(row -> dynamicTest(row.get(0) + ": " + row.get(2), () -> {
                    Chat chat = new Chat();
                    JsonNode reply = chat.say(row.get(2));
                    while (row.get(1).equals("soon")
                            && !isMet(reply, "soon")
                            && asked(reply).startsWith("Q")) {
                        reply = chat.say("none of these");
                    }
                    JsonNode last = reply;
                    assertTrue(isMet(last, row.get(1)), () -> level(last) + " " + last.at("/understood/findings"));
                }));
    }

    private static boolean isMet(JsonNode reply, String level) {
        return LEVELS.indexOf(level(reply)) >= LEVELS.indexOf(level)
                || asked(reply).contains(".")
                || reply.at("/triage/crisis").asBoolean();
    }

    /** Their writer knew only what the red flags mean, and nobody has read them since. */
    @Test
    void firstMessagesOfAStrangerAreMetAtOnce() throws IOException, Refused {
        var tallies = ScoreTriage.of(Chat.assembly(Outside.alone()), Path.of("src/test/resources/triage/unseen.tsv"));

        assertTrue(share(tallies, "emergency", Met.AT_ONCE) >= 0.92, tallies::toString);
        assertTrue(share(tallies, "emergency", Met.AT_ONCE, Met.ASKED) >= 0.97, tallies::toString);
        assertTrue(share(tallies, "self-care", Met.AT_ONCE) <= 0.03, tallies::toString);
    }

    private static double share(Map<String, Map<Met, Long>> tallies, String level, Met... met) {
        Map<Met, Long> tally = tallies.get(level);
        double all = tally.values().stream().mapToLong(Long::longValue).sum();
        return Stream.of(met).mapToLong(one -> tally.getOrDefault(one, 0L)).sum() / all;
    }

    @Test
    void afterHoursTheDangerSignsAreAskedAnewAndHomeCareIsNotCarriedOver() throws IOException, Refused {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
        Assembly assembly = Chat.assembly(new Outside(new MemoryStore(Long.MAX_VALUE), now::get, (turn, took) -> {}));
        Conversation before = say(assembly, Optional.empty(), SORE);
        while (before.pending().isPresent()) {
            before = say(
                    assembly,
                    Optional.of(before.id()),
                    before.pending().get().id().equals("Q2b") ? "b" : "none of these");
        }
        Level settled = before.level();

        now.set(now.get().plus(Duration.ofHours(3)));
        Conversation after = say(assembly, Optional.of(before.id()), "hello again, still sore");

        assertEquals("Q1a", after.pending().orElseThrow().id());
        assertTrue(after.level().compareTo(settled) <= 0);
        assertTrue(after.lastTurn().reply().text().contains("Welcome back"));
    }

    private static Conversation say(Assembly assembly, Optional<String> id, String message) throws Refused {
        return assembly.conversations().say(id, Optional.empty(), Optional.empty(), new Message(message, List.of()));
    }

    private static String level(JsonNode reply) {
        return reply.at("/triage/level").asText();
    }

    private static String asked(JsonNode reply) {
        return reply.at("/question/id").asText();
    }
}

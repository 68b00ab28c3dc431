package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write, and what is understood: through the endpoint, as a client sees it. */
class ReadingTest {

    private static final Path READING = Path.of("src/test/resources/reading");
    private static final String PRESENT = "present";
    private static final String ABSENT = "absent";

    @Test
    void aHurriedMessageIsReadAsANurseWouldReadIt() {
        JsonNode reply = new Chat()
                .say("upper lft back been burnin 3 wks since deadlifts, no chest pain but abit short of breath, im 52");
        assertState(reply, "loc:upper_back", PRESENT);
        assertState(reply, "side:left", PRESENT);
        assertState(reply, "q:burning", PRESENT);
        assertState(reply, "dur:w2_6", PRESENT);
        assertState(reply, "trig:deadlift", PRESENT);
        assertState(reply, "assoc:chest_pain", ABSENT);
        assertState(reply, "assoc:breathless", PRESENT);
        assertState(reply, "age:50_64", PRESENT);
    }

    /** One trap of the clinical reference, in its words or in fresh ones. */
    record Trap(String row, String message, List<String> silent, List<String> present, List<String> asked) {}

    static List<Trap> traps() throws IOException {
        return lines("traps.tsv")
                .map(line -> line.split("\t", -1))
                .map(line -> new Trap(line[0], line[1], tokens(line[2]), tokens(line[3]), tokens(line[4])))
                .toList();
    }

    private static List<String> tokens(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(",", -1));
    }

    @Test
    void everyTrapIsReadRight() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Trap trap : traps()) {
            JsonNode reply = new Chat().say(trap.message());
            boolean fell =
                    trap.silent().stream().anyMatch(token -> state(reply, token).equals(PRESENT));
            boolean missed = trap.present().stream()
                    .anyMatch(token ->
                            state(reply, token).isEmpty() || state(reply, token).equals(ABSENT));
            boolean unasked =
                    trap.asked().stream().anyMatch(token -> state(reply, token).isEmpty() && !asks(reply));
            if (fell || missed || unasked) {
                wrong.add(trap.row() + ": " + trap.message() + " -> " + findings(reply));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** A row of the red flags with a token that it rests on, as a noun. */
    static Stream<Arguments> redFlags() throws IOException {
        return lines("red-flags.tsv").map(line -> Arguments.of((Object[]) line.split("\t", -1)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("redFlags")
    void aDangerIsReadInContext(String row, String token, String noun) {
        String bare = noun.replaceFirst("^an? ", "");
        String his = noun.replace(" my ", " his ")
                .replace(" I breathe", " he breathes")
                .replace(" I cough", " he coughs");
        String anyones =
                bare.replace(" my ", " ").replace("I breathe", "breathing").replace("I cough", "coughing");
        assertReads("my upper back aches and I have " + noun, token, PRESENT);
        assertReads("upper back aches, no " + bare, token, ABSENT);
        assertReads("no " + bare + " but I feel dizzy", token, ABSENT);
        assertReads("no " + bare + " but I feel dizzy", "assoc:faint_dizzy", PRESENT);
        assertReads("it is not " + noun + ", more of a dull ache", token, ABSENT);
        assertReads("I don't have " + noun + ", I have a sore shoulder blade", token, ABSENT);
        assertReads("I don't have " + noun + ", I have a sore shoulder blade", "loc:scapula", PRESENT);
        assertNotPresent("I haven't had " + noun + " since last year", token);
        assertReads("I have never had " + noun, token, ABSENT);
        assertEquals(
                "other",
                new Chat().say("my dad has " + his).at("/understood/about").asText());
        assertNotPresent("what if I had " + noun + "?", token);
        assertNotPresent(anyones + "?", token);
    }

    /** Each rule that takes a finding away, and the danger that looks like it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    no chest pain, sweating or arm pain                              | assoc:sweating      | absent
                    no chest pain, sweating, my arm aches badly                      | assoc:arm_pain      | present
                    no. my chest hurts                                               | assoc:chest_pain    | present
                    my chest pain isn't too bad                                      | assoc:chest_pain    | present
                    it's not pain, it's tightness in my chest                        | assoc:chest_pain    | present
                    no breathlessness unless I lie flat                              | assoc:breathless_lying | present
                    I had chest pain years ago, all clear since                      | assoc:chest_pain    | none
                    I had chest pain years ago and now the same chest pain is back   | assoc:chest_pain    | present
                    the chest pain has gone now                                      | assoc:chest_pain    | present
                    can a pulled muscle cause chest pain?                            | assoc:chest_pain    | none
                    why do I get chest pain when I pull?                             | assoc:chest_pain    | present
                    what if my legs went numb?                                       | assoc:leg_numb_both | none
                    my legs went numb, what if it gets worse?                        | assoc:leg_numb_both | present
                    probably nothing, but I feel faint                               | assoc:faint_dizzy   | present
                    my mate collapsed at work, I only have a stiff back              | assoc:collapse      | none
                    I collapsed at work, my mate says it is a stiff back             | assoc:collapse      | present
                    I read that numb legs are a bad sign, mine are fine              | assoc:leg_numb_both | none
                    I read the leaflet and my legs are numb                          | assoc:leg_numb_both | present
                    my legs were like jelly after squats                             | assoc:leg_weak_both | none
                    two hours after squats my legs still won't hold me               | assoc:leg_weak_both | present
                    no fever, rash or chest pain                                     | assoc:chest_pain    | absent
                    no fever, chest tight                                            | assoc:chest_pain    | present
                    no fever, legs numb                                              | assoc:leg_numb_both | present
                    no fever, chest tight or legs numb                               | assoc:chest_pain    | absent
                    no drama, chest pain since lunch                                 | assoc:chest_pain    | present
                    didn't sleep, numb legs                                          | assoc:leg_numb_both | present
                    I don't smoke, my chest hurts                                    | assoc:chest_pain    | present
                    none of: fever, chest pain                                       | assoc:chest_pain    | absent
                    fever: no, chest pain: yes                                       | assoc:chest_pain    | present
                    no fever no weakness no feeling between my legs                  | assoc:saddle_numb   | present
                    I used to get breathless on the stairs                           | assoc:breathless    | none
                    breathless on the stairs, I never used to be                     | assoc:breathless    | present
                    my husband hit me and my back is sore                            | trig:assault        | present
                    puffing like a train on the last burpee, shoulders ache today    | assoc:breathless    | none
                    puffing on the rower and I can't get my breath back              | assoc:breathless    | present
                    can't breathe in this tight dress, it digs into my back          | assoc:breathless_severe | none
                    can't breathe, I took the dress off and it is no better          | assoc:breathless_severe | present
                    fever is absent                                                  | assoc:fever         | absent
                    I don't feel dizzy, yes I can walk                               | assoc:faint_dizzy   | absent
                    fainted in the shop, is it posture?                              | assoc:collapse      | present
                    can posture make me faint?                                       | assoc:collapse      | none
                    my client asked me if chest pain is normal                       | assoc:chest_pain    | none
                    my client asked if I was ill, my chest hurts                     | assoc:chest_pain    | present
                    hypothetically, if my legs went numb, who should I call?         | assoc:leg_numb_both | none
                    if I'd had chest pain I would have said so                       | assoc:chest_pain    | none
                    if I lie flat my chest hurts                                     | assoc:chest_pain    | present
                    had chest pain at Christmas, it was reflux, never had it since   | assoc:chest_pain    | none
                    had chest pain at Christmas, never had it since, but today my chest hurts | assoc:chest_pain | present
                    had the flu, all over it, but my legs are numb                   | assoc:leg_numb_both | present
                    when I was ten I fell off a roof                                 | trig:trauma_major   | none
                    when I was in the shower this morning I fell off a ladder        | trig:trauma_major   | present
                    a friend from work has been diagnosed with cancer                | hx:cancer_ever      | none
                    a friend from work says it is nothing, I had breast cancer       | hx:cancer_ever      | present
                    my flatmate had TB. I have a fever every evening                 | assoc:fever         | present
                    upper back muscle tear, how long until it heals                  | q:tearing           | none
                    upper back tearing pain, like a muscle tear but worse            | q:tearing           | present
                    had my baby 6 weeks ago, upper back hurts from feeding           | age:under5          | none
                    baby 4 months fell 3 days ago, cries when I touch her back       | age:under5          | present
                    chest workout yesterday, my upper back is sore                   | assoc:chest_pain    | none
                    chest workout yesterday, my chest hurts when I walk              | assoc:chest_pain    | present
                    pressing movements make my upper back sore                       | q:pressure          | none
                    a weight on my upper back, pressing hurts                        | q:pressure          | present
                    lowering the bar my chest started hurting                        | assoc:chest_pain    | present
                    sitting at my desk without getting up, my chest hurts            | assoc:chest_pain    | present
                    """)
    void whatTakesAFindingAwayLeavesTheDangerBesideIt(String message, String token, String state) {
        assertEquals(state, orNone(state(new Chat().say(message), token)));
    }

    @Test
    void aSideBelongsToItsPlace() {
        JsonNode reply = new Chat().say("left arm numb, ache on the right shoulder blade");
        assertState(reply, "side:right", PRESENT);
        assertState(reply, "side:left", "");
        assertState(reply, "loc:scapula", PRESENT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    upper back hurts and i feel sik           | assoc:nausea_vomit
                    my upper back hurts and my legs are num   | assoc:leg_numb_both
                    upper back pain 8/10                      | sev:severe
                    upper back pain, eight out of ten         | sev:severe
                    its a 2 out of 10 in my upper back        | sev:mild
                    upper back hurts and my temp is 38.6      | assoc:fever
                    upper back hurts, fever of 101F           | assoc:fever
                    upper back sore for 3 wks                 | dur:w2_6
                    upper back sore for a fortnight           | dur:w1_2
                    upper back sore since tuesday             | dur:d1_3
                    im 52 and my upper back hurts             | age:50_64
                    71yo with a sore upper back               | age:65plus
                    58, on tablets, my upper back is tight    | age:50_64
                    38,9 since Friday and a sore back         | assoc:fever
                    my 8 year old has a sore back             | age:5_9
                    im 24 weeks pregnant with a sore back     | preg:over20wk
                    took 20 paracetamol for my back           | assoc:overdose
                    """)
    void numbersAreRead(String message, String token) {
        assertReads(message, token, PRESENT);
    }

    @ParameterizedTest
    @CsvSource({"52kg on the row", "5x5 rows", "ran 10k", "4 sets of rows", "heart rate 170 on the rower"})
    void numbersOfTheGymAreNoneOfThese(String message) {
        JsonNode reply = new Chat().say("upper back a bit stiff, " + message);
        findings(reply)
                .forEach(finding -> assertTrue(
                        Stream.of("age:", "preg:", "dur:", "assoc:").noneMatch(finding::startsWith), finding));
    }

    @Test
    void aNormalTemperatureIsNoFever() {
        assertReads("sore upper back, temperature 36.8", "assoc:fever", ABSENT);
    }

    @Test
    void anEmojiDoesNotMoveTheOffsets() {
        String message = "😭😭 so sore, my left shoulder blade";
        JsonNode finding = finding(new Chat().say(message), "loc:scapula");
        assertEquals("shoulder blade", finding.get("text").asText());
        assertEquals(
                "shoulder blade",
                message.substring(
                        finding.get("start").asInt(), finding.get("end").asInt()));
    }

    /** A misspelling neither makes a danger nor hides one: what is corrected is a word that does not exist. */
    @Test
    void aWordThatExistsIsNeverReadAsAnother() {
        for (String message : List.of(
                "my thumb is sore and so is my upper back",
                "the stick I lean on makes my upper back ache",
                "the army made my upper back ache",
                "I paint ceilings and my upper back aches",
                "I started a diet, upper back aches",
                "a strike at work, upper back aches from the desk")) {
            assertEquals(
                    List.of(),
                    findings(new Chat().say(message)).stream()
                            .filter(token -> token.startsWith("assoc:"))
                            .toList(),
                    message);
        }
    }

    @Test
    void twoQuestionsGetTwoAnswers() {
        JsonNode reply = new Chat().say("why is my upper back tight and how do I stretch it?");
        assertEquals(List.of("why-tight", "how-to-stretch"), Chat.answers(reply));
    }

    @Test
    void theWordsThatSpokeForAnIntentAreNamed() {
        JsonNode intent = new Chat().say("how do I stretch my upper back").at("/understood/intents/0");
        assertEquals("stretch", intent.get("id").asText());
        assertTrue(intent.get("because").toString().contains("stretch"), intent.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "es, me duele mucho la espalda y el pecho desde ayer",
        "fr, j'ai très mal au dos depuis hier et du mal à respirer",
        "de, ich habe seit gestern starke schmerzen im rücken",
        "it, ho un forte dolore alla schiena da ieri",
        "pt, estou com muita dor nas costas desde ontem",
        "nl, ik heb sinds gisteren veel pijn in mijn rug",
        "pl, od wczoraj bardzo bolą mnie plecy i klatka piersiowa",
        "ro, mă doare foarte tare spatele de ieri",
        "tr, dünden beri sırtım çok ağrıyor ve nefes alamıyorum",
        "ru, со вчерашнего дня очень болит спина",
        "ar, ظهري يؤلمني كثيرا منذ أمس",
        "hi, कल से मेरी पीठ में बहुत दर्द है",
        "zh, 我的背从昨天开始很疼"
    })
    void anotherLanguageIsAnsweredInThatLanguageWithTheNumber(String code, String message) {
        JsonNode reply = new Chat().say(message);
        assertEquals(code, reply.at("/understood/language").asText());
        assertTrue(reply.get("text").asText().contains("999"));
    }

    @Test
    void aDangerThatIsOnlyAskedAboutIsMadeSureOf() {
        Chat chat = new Chat();
        JsonNode question =
                chat.say("can a bad upper back make your legs go numb?").get("question");
        assertEquals("read.assoc:leg_numb_both", question.get("id").asText());
        assertTrue(question.get("text").asText().contains("999"), question.toString());
        assertEquals("[\"assoc:leg_numb_both\"]", question.at("/options/0/sets").toString());
        JsonNode reply = chat.tap("yes");
        assertState(reply, "assoc:leg_numb_both", PRESENT);
        assertEquals("emergency", reply.at("/triage/level").asText());
        assertTrue(finding(reply, "assoc:leg_numb_both").get("start").isNull(), "nothing was typed");
    }

    @Test
    void aDangerThatIsMadeSureOfAndDeniedIsAbsent() {
        Chat chat = new Chat();
        chat.say("can a bad upper back make your legs go numb?");
        assertState(chat.say("nope, just asking"), "assoc:leg_numb_both", ABSENT);
        assertState(new Chat().say("can a bad upper back make your legs go numb?"), "assoc:leg_numb_both", "");
    }

    @Test
    void aFindingIsCorrectedByName() {
        Chat chat = new Chat();
        chat.say("left shoulder blade hurts and I get chest pain");
        JsonNode reply = chat.correct("assoc:chest_pain", ABSENT);
        assertState(reply, "assoc:chest_pain", ABSENT);
        assertState(reply, "loc:scapula", PRESENT);
        assertEquals(
                "no chest pain", finding(reply, "assoc:chest_pain").get("label").asText());
        assertEquals(2, finding(reply, "assoc:chest_pain").get("turn").asInt());
    }

    @Test
    void aDenialInPassingDoesNotUndoWhatWasSaid() {
        Chat chat = new Chat();
        chat.say("upper back hurts and I have chest pain");
        assertState(chat.say("how do I stretch it? no chest pain"), "assoc:chest_pain", PRESENT);
    }

    @Test
    void aCorrectionInWordsChangesTheSide() {
        Chat chat = new Chat();
        chat.say("left shoulder blade hurts, why");
        JsonNode reply = chat.say("no sorry I meant the right side");
        assertState(reply, "side:right", PRESENT);
        assertState(reply, "side:left", "");
    }

    private static Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(READING.resolve(file)).stream().filter(line -> !line.startsWith("#"));
    }

    private static void assertReads(String message, String token, String state) {
        assertEquals(state, state(new Chat().say(message), token), message + " -> " + token);
    }

    private static void assertNotPresent(String message, String token) {
        assertNotEquals(PRESENT, state(new Chat().say(message), token), message + " -> " + token);
    }

    private static void assertState(JsonNode reply, String token, String state) {
        assertEquals(state, state(reply, token), token);
    }

    private static String orNone(String state) {
        return state.isEmpty() ? "none" : state;
    }

    /** Whether a danger is asked about by a question of its own; the lists of the check, which all get, do not count. */
    private static boolean asks(JsonNode reply) {
        return reply.at("/question/id").asText().contains(".");
    }

    private static JsonNode finding(JsonNode reply, String token) {
        return Chat.finding(reply, token);
    }

    /** The state of a token in a reply; empty where it is not there. */
    private static String state(JsonNode reply, String token) {
        return Chat.finding(reply, token).path("state").asText();
    }

    private static List<String> findings(JsonNode reply) {
        List<String> tokens = new ArrayList<>();
        reply.at("/understood/findings").forEach(finding -> {
            if (finding.get("state").asText().equals(PRESENT)) {
                tokens.add(finding.get("token").asText());
            }
        });
        return tokens;
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scapula.Assembly.Outside;
import scapula.Score.Expected;
import scapula.content.Content;
import scapula.domain.Answer;
import scapula.talk.Refused;

/** Strangers' words: messages whose writers knew only the eight questions, and none of which is in the examples. */
class WordingsTest {

    private static final Path UNSEEN = Path.of("src/test/resources/wordings/unseen.tsv");
    private static final Path READ_WHILE_TUNING = Path.of("src/test/resources/wordings/read-while-tuning.tsv");

    private static final Path FIFTY_UNSEEN = Path.of("src/test/resources/wordings/fifty-unseen.tsv");
    private static final Path FIFTY_READ = Path.of("src/test/resources/wordings/fifty-read-while-tuning.tsv");

    private static final Set<String> THE_EIGHT = Set.of(
            "pain-when-working-out",
            "upper-left-causes",
            "can-exercise-cause-it",
            "left-side-after-workout",
            "best-exercise",
            "why-tight",
            "how-to-stretch",
            "what-is-upper-back-ache");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Why does my upper back hurt when I workout?               | pain-when-working-out
                    What causes back pain on the upper left side?             | upper-left-causes
                    Can exercising cause upper back pain?                     | can-exercise-cause-it
                    Why does the left side of my back hurt after working out? | left-side-after-workout
                    What is the best exercise for upper back?                 | best-exercise
                    Why does my upper back feel tight?                        | why-tight
                    How do you stretch your upper back?                       | how-to-stretch
                    What is upper back ache?                                  | what-is-upper-back-ache
                    why does my left side ache after the gym                  | left-side-after-workout
                    """)
    void theEightQuestionsGiveTheirOwnAnswers(String question, String answer) {
        JsonNode reply = new Chat().say(question);
        assertEquals(List.of(answer), Chat.answers(reply));
        assertTrue(reply.get("answers").get(0).get("sources").size() > 0, "an answer names its sources");
        assertTrue(reply.get("because").size() > 0, "an answer says why");
    }

    static Stream<Answer> everyTitleGivesItsAnswer() {
        return Content.open(Path.of(".")).answers().values().stream();
    }

    @ParameterizedTest
    @MethodSource
    void everyTitleGivesItsAnswer(Answer answer) {
        assertEquals(List.of(answer.id()), Chat.answers(new Chat().say(answer.title())));
    }

    @Test
    void fiveWordingsOfEachOfTheFiftyAnswersGetItAndMostOfThoseThatNobodyRead() throws IOException, Refused {
        Assembly scapula = Chat.assembly(Outside.alone());
        Map<String, int[]> read = Score.of(scapula, Expected.read(FIFTY_READ));
        Map<String, int[]> unseen = Score.of(scapula, Expected.read(FIFTY_UNSEEN));
        assertEquals(50, read.size());
        read.forEach((answer, tally) -> assertTrue(tally[0] >= 5, () -> answer + " is given to " + tally[0]));
        int right = unseen.values().stream().mapToInt(tally -> tally[0]).sum();
        assertTrue(right >= 300, () -> "of 400 messages that nobody read " + right + " are answered right");
    }

    @Test
    void everySuggestionThatScapulaMakesHasAnAnswer() {
        for (JsonNode option : new Chat().say("hello").at("/question/options")) {
            Chat chat = new Chat();
            chat.say("hello");
            JsonNode reply = chat.tap(option.get("id").asText());
            assertEquals(1, reply.get("answers").size(), option::toString);
        }
    }

    @Test
    void twentyUnseenWordingsOfEachQuestionGetItsAnswer() throws IOException, Refused {
        Map<String, int[]> rightOfAll = Score.of(Chat.assembly(Outside.alone()), Expected.read(UNSEEN));
        THE_EIGHT.forEach(answer -> assertTrue(
                rightOfAll.get(answer)[0] >= 20,
                () -> answer + " is given to " + rightOfAll.get(answer)[0]));
    }

    @Test
    void otherBackQuestionsDoNotGetAWrongOneOfTheEightAndUnrelatedOnesAreDeclined() throws IOException, Refused {
        for (Path file : List.of(UNSEEN, READ_WHILE_TUNING)) {
            Map<String, int[]> rightOfAll = Score.of(Chat.assembly(Outside.alone()), Expected.read(file));
            int[] other = rightOfAll.get("other");
            assertTrue(other[0] >= 0.95 * other[1], () -> "other: " + other[0] + " of " + other[1]);
            int[] unrelated = rightOfAll.get("unrelated"); // some name a sign of danger, which then comes first
            assertTrue(unrelated[0] >= 0.95 * unrelated[1], () -> "unrelated: " + unrelated[0] + " of " + unrelated[1]);
        }
    }

    @Test
    void nineteenInTwentyOfAllMessagesAreAnsweredRight() throws IOException, Refused {
        for (Path file : List.of(UNSEEN, READ_WHILE_TUNING)) {
            Map<String, int[]> rightOfAll = Score.of(Chat.assembly(Outside.alone()), Expected.read(file));
            int right = rightOfAll.values().stream().mapToInt(tally -> tally[0]).sum();
            int all = rightOfAll.values().stream().mapToInt(tally -> tally[1]).sum();
            assertTrue(right >= 0.95 * all, () -> file + ": " + right + " of " + all);
        }
    }

    @Test
    void noneOfTheseMessagesIsAmongTheExamples() throws IOException {
        Set<String> examples = Content.open(Path.of(".")).examples().values().stream()
                .flatMap(List::stream)
                .map(WordingsTest::bare)
                .collect(Collectors.toSet());
        List<String> leaked = new ArrayList<>();
        for (Path file : List.of(UNSEEN, READ_WHILE_TUNING, FIFTY_UNSEEN, FIFTY_READ)) {
            Files.readAllLines(file).stream()
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .filter(message -> examples.contains(bare(message)))
                    .forEach(leaked::add);
        }
        assertEquals(List.of(), leaked);
    }

    private static String bare(String message) {
        return message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
    }
}

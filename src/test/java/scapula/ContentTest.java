package scapula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scapula.content.Content;
import scapula.decide.RuleBook;
import scapula.domain.ContentProblem;
import scapula.domain.Mistake;
import scapula.understand.Reader;

/** Each kind of mistake in the content is told before anything starts: one sentence, file and line. */
class ContentTest {

    private static final String TIGHTNESS = "rules/answers/tightness/tightness.drl";
    private static final String ANSWER = "rules/answers/tightness/why-tight.md";

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheRealContent() throws IOException {
        for (String part : List.of("rules", "models")) {
            try (Stream<Path> paths = Files.walk(Path.of(part))) {
                for (Path path : paths.toList()) {
                    Files.copy(path, folder.resolve(path.toString()));
                }
            }
        }
    }

    @Test
    void theRealContentHasNoMistakeAndNoReviewIsDue() {
        Content content = Content.open(Path.of("."));
        assertEquals(List.of(), content.overdue(today()));
    }

    /** Equal values, and every list in its order. */
    @Test
    void whatTheBuildPackedIsTheContentOfTheFiles() throws IOException {
        Content packed = Assembly.builtContent();
        assertEquals(Content.open(Path.of(".")), packed);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        packed.write(again);
        ByteArrayOutputStream fromFiles = new ByteArrayOutputStream();
        Content.open(Path.of(".")).write(fromFiles);
        assertArrayEquals(
                fromFiles.toByteArray(), again.toByteArray(), "the same content is packed into the same bytes");
    }

    @Test
    void anUnknownToken() throws IOException {
        change(TIGHTNESS, "\"q:tight\"", "\"q:tigth\"");
        assertMistake(TIGHTNESS, 13, "the vocabulary has no \"q:tigth\".");
    }

    @Test
    void aRuleWithoutASource() throws IOException {
        change(TIGHTNESS, "    @source( \"S51, S64\" )\n", "");
        assertMistake(TIGHTNESS, 8, "has no @source.");
    }

    @Test
    void aSourceThatIsNotListed() throws IOException {
        change(TIGHTNESS, "\"S51, S64\"", "\"S51, S999\"");
        assertMistake(TIGHTNESS, 8, "the source \"S999\" is not in rules/sources.yml.");
    }

    @Test
    void aRuleNamedTwice() throws IOException {
        change(
                TIGHTNESS,
                "Why the upper back feels tight is answered by what makes it tight",
                "A greeting is returned");
        assertMistake(
                "rules/remarks/remarks.drl",
                0,
                "there already is a rule \"A greeting is returned\", in " + TIGHTNESS + ":8.");
    }

    @Test
    void anAnswerWithoutWords() throws IOException {
        change(TIGHTNESS, "Tell( \"why-tight\" )", "Tell( \"why-so-tight\" )");
        assertMistake(TIGHTNESS, 16, "the answer \"why-so-tight\" has no words.");
    }

    @Test
    void anAnswerWithAnEmptyBody() throws IOException {
        String text = Files.readString(folder.resolve(ANSWER));
        Files.writeString(folder.resolve(ANSWER), text.substring(0, text.lastIndexOf("---\n") + 4));
        assertMistake(ANSWER, 2, "the answer \"why-tight\" has no words.");
    }

    @Test
    void anAnswerThatIsTooLong() throws IOException {
        String text = Files.readString(folder.resolve(ANSWER));
        int more = text.indexOf("\n***\n");
        Files.writeString(folder.resolve(ANSWER), text.substring(0, more) + "\n" + "It may ache. ".repeat(60));
        assertMistake(ANSWER, 2, "the answer \"why-tight\" has ");
    }

    @Test
    void anAnswerThatIsHardToRead() throws IOException {
        change(
                ANSWER,
                "\n***\n",
                "\nContemporaneous musculoskeletal presentations necessitate multidimensional "
                        + "biopsychosocial conceptualisation, notwithstanding considerable diagnostic heterogeneity, because "
                        + "neurophysiological interrelationships characteristically defy straightforward categorisation.\n\n***\n");
        assertMistake(ANSWER, 2, "the answer \"why-tight\" reads at grade ");
    }

    @Test
    void aPictureThatThereIsNot() throws IOException {
        change("rules/answers/stretching/how-to-stretch.md", "cat-cow", "cow-cat");
        assertMistake(
                "rules/answers/stretching/how-to-stretch.md",
                2,
                "there is no picture \"cow-cat\" in rules/pictures.yml.");
    }

    @Test
    void wordsWithoutARule() throws IOException {
        change("rules/remarks/words.yml", "  bye: |", "  farewell: |");
        assertMistake("rules/remarks/words.yml", 0, "no rule ever says \"farewell\".");
    }

    @Test
    void aSynonymClaimedByTwoTokens() throws IOException {
        change("models/vocabulary/side.yml", "rhs,", "rhs, lhs,");
        assertMistake("models/vocabulary/side.yml", 0, "\"lhs\" is claimed by two tokens: here by side:right");
    }

    @Test
    void aSynonymClaimedByTwoTokensButForItsEnding() throws IOException {
        change("models/vocabulary/trig.yml", "deadlift, deadlifts,", "runnings, deadlift, deadlifts,");
        Content content = Content.open(folder);
        ContentProblem problem = assertThrows(
                ContentProblem.class,
                () -> Reader.trained(content.wordings(), content.examples(), content.languages()));
        assertTrue(problem.getMessage().contains("is claimed by two tokens"), problem.getMessage());
    }

    @Test
    void anIntentWithoutExamples() throws IOException {
        Files.writeString(folder.resolve("models/intents/bye.txt"), "# nobody leaves\n");
        assertMistake("models/intents/bye.txt", 0, "\"bye\" has no examples.");
    }

    @Test
    void aRuleAboutAnIntentThatIsNotTaught() throws IOException {
        change(TIGHTNESS, "\"what-is-it\"", "\"what-it-is\"");
        assertMistake(TIGHTNESS, 11, "there are no examples for the intent \"what-it-is\".");
    }

    @Test
    void anIntentThatNoRuleLooksAt() throws IOException {
        Files.writeString(folder.resolve("models/intents/praise.txt"), "what a splendid back\n");
        assertMistake("models/intents/praise.txt", 0, "no rule looks at the intent \"praise\".");
    }

    @Test
    void anExampleOfTwoIntents() throws IOException {
        String line =
                Files.readAllLines(folder.resolve("models/intents/bye.txt")).get(0);
        Files.writeString(folder.resolve("models/intents/hello.txt"), line + "\n");
        assertMistake("models/intents/hello.txt", 1, "this example already stands in models/intents/bye.txt:1.");
    }

    @Test
    void aSignThatNoRuleInserts() throws IOException {
        change(TIGHTNESS, "Sign( of == \"exercise\" )", "Sign( of == \"exercize\" )");
        assertMistake(TIGHTNESS, 24, "no rule inserts the sign \"exercize\".");
    }

    @Test
    void aRuleThatDependsOnOrder() throws IOException {
        change(TIGHTNESS, "    Sign( of == \"exercise\" )", "    not Sign( of == \"exercise\" )");
        assertMistake(TIGHTNESS, 24, "a rule may not depend on order: not \"Sign\".");
        change(TIGHTNESS, "    not Sign( of == \"exercise\" )", "");
        change(TIGHTNESS, "    @source( \"S51, S64\" )\nwhen", "    @source( \"S51, S64\" ) salience 10\nwhen");
        assertMistake(TIGHTNESS, 9, "a rule only inserts; it does not use \"salience\".");
    }

    @Test
    void aRuleThatDoesMoreThanInsert() throws IOException {
        change(TIGHTNESS, "    insert( new Tell", "    System.out.println(); insert( new Tell");
        assertMistake(TIGHTNESS, 15, "\"then\" holds one insert and nothing else.");
    }

    @Test
    void aRuleThatIsNotWrittenInTheOneForm() throws IOException {
        change(TIGHTNESS, "rule \"Why the upper back feels tight is", " rule \"Why the upper back feels tight is");
        assertMistake(TIGHTNESS, 8, "write rule \"name\", @source, when, then and end");
    }

    @Test
    void aRuleThatDoesNotCompile() throws IOException {
        change(TIGHTNESS, "Sign( of ==", "Sign( off ==");
        Content content = Content.open(folder);
        ContentProblem problem =
                assertThrows(ContentProblem.class, () -> RuleBook.compiled(content.rules(), content.written()));
        Mistake mistake = problem.mistakes().get(0);
        assertEquals(TIGHTNESS, mistake.file());
        assertEquals(12, mistake.line(), problem.getMessage());
        assertTrue(mistake.says().startsWith("this rule does not compile: "), problem.getMessage());
    }

    @Test
    void anAnswerWithoutAHeader() throws IOException {
        Files.writeString(folder.resolve(ANSWER), "Only words.\n");
        assertMistake(ANSWER, 1, "the header between two lines of \"---\" is missing.");
    }

    @Test
    void aPlaceholderThatCannotBeFilledIn() throws IOException {
        change(ANSWER, "{call}", "{dial}");
        assertMistake(ANSWER, 2, "{dial} cannot be filled in; call, today, crisis, hospital,");
    }

    @Test
    void aWordOfThePageOfTheRulesThatIsMissing() throws IOException {
        change("rules/advice/rules-page.yml", "  needs: ", "  neds: ");
        assertMistake("rules/advice/rules-page.yml", 0, "the page of the rules has no place for \"neds\".");
        assertMistake("rules/advice/rules-page.yml", 0, "\"words\" has no words for \"needs\".");
    }

    @Test
    void aConditionThatCannotBeToldInWords() throws IOException {
        change(TIGHTNESS, "Present( token == \"q:tight\" )", "Present( token == \"q:tight\" || this != null )");
        assertMistake(TIGHTNESS, 0, "a condition compares fields with values, nothing else.");
        change(TIGHTNESS, " || this != null )", ", token == slot )");
        assertMistake(TIGHTNESS, 0, "a condition compares fields with values, nothing else.");
        change(TIGHTNESS, "Present( token == \"q:tight\", token == slot )", "tight : Present( token == \"q:tight\" )");
        assertMistake(TIGHTNESS, 0, "a condition compares fields with values, nothing else.");
    }

    @Test
    void yamlThatIsBroken() throws IOException {
        change("rules/remarks/words.yml", "remarks:", "remarks: [");
        assertMistake("rules/remarks/words.yml", 0, "this is not well-formed YAML");
    }

    @Test
    void aReviewDateThatIsMissingOrPastIsToldWithoutStopping() throws IOException {
        change(ANSWER, "reviewed: ", "looked-at: ");
        assertEquals("\"reviewed\" is missing.", overdue(today()).get(0).says());
        assertTrue(overdue(today().plusYears(9)).stream()
                .anyMatch(due -> due.says().startsWith("the answer \"why-tight\" was to be reviewed by ")));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private List<Mistake> overdue(LocalDate day) {
        return Content.open(folder).overdue(day);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), () -> file + " has no " + from);
        int at = text.indexOf(from);
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** @param line 0 for any line at all */
    private void assertMistake(String file, int line, String says) {
        ContentProblem problem = assertThrows(ContentProblem.class, () -> Content.open(folder));
        assertTrue(
                problem.mistakes().stream()
                        .anyMatch(mistake -> mistake.file().equals(file)
                                && (line == 0 || mistake.line() == line)
                                && mistake.says().contains(says)),
                () -> "expected " + file + ":" + line + ": " + says + "\nbut was\n" + problem.getMessage());
    }
}

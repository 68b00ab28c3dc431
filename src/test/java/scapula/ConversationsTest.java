package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scapula.content.Content;
import scapula.talk.Refused;

/** Every transcript is what the program says today, and every rule is proved by a hit and a near miss. */
class ConversationsTest {

    /** While transcripts are being rewritten, what they prove is not yet known. */
    private static final boolean REWRITING =
            System.getProperty("transcripts", "compare").equals("rewrite");

    private static final Path CONTENT = Path.of(".");

    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

    private static final Set<String> RULES = Content.open(CONTENT).rules().stream()
            .flatMap(file -> RULE.matcher(file.text()).results().map(found -> found.group(1)))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsWhatIsSaidToday() {
        return Transcript.in(CONTENT).stream().map(kept -> dynamicTest(kept.name(), () -> compare(kept)));
    }

    @Test
    void theReadmeConversationIsReal() throws IOException {
        List<String> lines = Files.readAllLines(CONTENT.resolve("README.md"));
        int first = lines.indexOf("```conversation") + 1;
        int last = first + lines.subList(first, lines.size()).indexOf("```");
        compare(new Transcript("README.md", lines.subList(first, last)));
    }

    private static void compare(Transcript kept) {
        Transcript now = kept.replayed(new Chat()::say);
        if (REWRITING && kept.name().endsWith(".txt")) {
            now.write();
            return;
        }
        assertEquals(
                String.join("\n", kept.lines()),
                String.join("\n", now.lines()),
                () -> kept.name() + "\nto accept: mvn test -Dtranscripts=rewrite, then read the diff as a nurse would");
        assertFalse(now.because().isEmpty(), kept.name() + " says nothing");
    }

    @TestFactory
    Stream<DynamicTest> everyRuleHasAHitAndANearMiss() {
        assumeFalse(REWRITING);
        List<Transcript> transcripts = Transcript.in(CONTENT);
        Set<String> hits = transcripts.stream()
                .flatMap(transcript -> transcript.because().stream())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> misses = transcripts.stream()
                .flatMap(transcript -> transcript.nearMisses().stream())
                .collect(Collectors.toCollection(HashSet::new));
        RuleCase.in(CONTENT).forEach(one -> {
            hits.add(one.rule());
            misses.add(one.rule());
        });
        return RULES.stream()
                .map(rule -> dynamicTest(rule, () -> {
                    assertTrue(hits.contains(rule), "no transcript shows that \"" + rule + "\" speaks");
                    assertTrue(misses.contains(rule), "no transcript names \"" + rule + "\" as a near miss");
                }));
    }

    @TestFactory
    Stream<DynamicTest> aRuleSpeaksAndStaysSilentInItsCases() {
        return RuleCase.in(CONTENT).stream()
                .map(one -> dynamicTest(one.rule(), () -> {
                    assertTrue(RULES.contains(one.rule()), one.file() + ": there is no rule \"" + one.rule() + "\"");
                    assertFired(true, one, one.speaks());
                    assertFired(false, one, one.silent());
                }));
    }

    private static void assertFired(boolean expected, RuleCase one, RuleCase.Said said) throws Refused {
        Chat chat = new Chat();
        said.to(chat::say);
        JsonNode whyNot = chat.whyNot(one.rule());
        assertEquals(
                expected,
                whyNot.get("fired").asBoolean(),
                () -> one.file() + "\n" + one.rule() + "\n\"" + said.message() + "\" " + said.taps() + "\n"
                        + whyNot.toPrettyString());
    }

    @TestFactory
    Stream<DynamicTest> aTranscriptEndsWithTheLevelThatItClaims() {
        assumeFalse(REWRITING);
        return Transcript.in(CONTENT).stream()
                .filter(transcript -> transcript.ends().isPresent())
                .map(transcript -> dynamicTest(
                        transcript.name(),
                        () -> assertEquals(
                                transcript.ends().get(),
                                transcript.level(),
                                () -> String.join("\n", transcript.lines()))));
    }

    @TestFactory
    Stream<DynamicTest> aNearMissStaysSilent() {
        assumeFalse(REWRITING);
        return Transcript.in(CONTENT).stream()
                .map(transcript -> dynamicTest(transcript.name(), () -> {
                    transcript.nearMisses().forEach(rule -> {
                        assertTrue(RULES.contains(rule), "there is no rule \"" + rule + "\"");
                        assertFalse(transcript.because().contains(rule), "\"" + rule + "\" must stay silent here");
                    });
                }));
    }
}

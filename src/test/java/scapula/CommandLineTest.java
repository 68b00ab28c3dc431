package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import scapula.Assembly.Outside;
import scapula.domain.Message;
import scapula.store.Address;
import scapula.store.ConversationStore;
import scapula.store.DatabaseStore;

/** The command line as its users expect it. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return run(line((region, outside) -> Chat.assembly(outside, region)), args);
    }

    private CommandLine line(Setting.Built built) {
        return Main.commandLine(environment::get, built);
    }

    private int run(CommandLine line, String... args) {
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    }

    private int runWith(String typed, String... args) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(args);
        } finally {
            System.setIn(usual);
        }
    }

    @Test
    void helpGoesToTheOutputAndIsNoFailure() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("Usage: scapula"), out::toString);
        assertTrue(out.toString().contains("--port"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void aWrongOptionIsToldWithTheUsage() {
        assertEquals(2, run("--prot", "7070"));
        assertTrue(err.toString().contains("--prot"), err::toString);
        assertTrue(err.toString().contains("Usage: scapula"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void aWrongRegionIsToldWithTheRightOnes() {
        assertEquals(2, run("ask", "--region", "Mars", "hello"));
        assertTrue(err.toString().contains("There is no region Mars. There are: UK, US"), err::toString);
    }

    @Test
    void whatIsNoOriginIsTold() {
        for (String wrong : List.of("*", "null", "example.org", "https://example.org/page", "ftp://example.org")) {
            assertEquals(2, run("--allow-origin", wrong), wrong);
            assertTrue(err.toString().contains("\"" + wrong + "\" is no origin."), err::toString);
        }
    }

    @Test
    void aFolderWithoutRulesIsTold() {
        assertEquals(2, run("ask", "--content", "src", "hello"));
        assertTrue(err.toString().contains("There is no folder src"), err::toString);
    }

    @Test
    void askGivesOneReplyAsText() {
        assertEquals(0, run(line(Assembly::built), "ask", "why", "does", "my", "upper", "back", "feel", "tight?"));
        assertTrue(out.toString().startsWith("If your chest feels tight"), out::toString);
        assertTrue(out.toString().strip().endsWith("call 999 now."), out::toString);
    }

    @Test
    void askGivesTheWholeReplyAsJson() {
        assertEquals(0, run("ask", "--json", "--region", "US", "why does my upper back feel tight?"));
        assertEquals("why-tight", Chat.json(out.toString()).at("/answers/0/id").asText());
        assertTrue(out.toString().contains("call 911"), out::toString);
    }

    @Test
    void checkTellsWhatItLookedAt() {
        assertEquals(0, run("check", "."));
        assertTrue(out.toString().contains("51 answers"), out::toString);
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertEquals(1, run("--port", Integer.toString(taken.getLocalPort())));
            assertEquals(
                    "The port is taken or not allowed. Choose another with --port.",
                    err.toString().strip());
        }
    }

    @Test
    void chatAnswersEachLineOfAPipe() {
        assertEquals(0, runWith("my upper back is sore since rowing – a bit\n9\n/why\n\n/quit\nnot read\n", "chat"));
        List<String> told = out.toString().lines().toList();
        assertTrue(told.contains(" 9  None of these"), out::toString);
        assertTrue(told.contains("10  None of these"), out::toString);
        assertTrue(
                out.toString()
                        .contains("- Someone in pain or unwell in their upper back is checked. "
                                + "(Scapula's own house rules)"),
                out::toString);
        assertEquals(
                2,
                told.stream()
                        .filter("If this could be an emergency, call 999 now."::equals)
                        .count());
        assertFalse(out.toString().contains("\u001b["), "a pipe has no colours");
        assertEquals("", err.toString());
    }

    @Test
    void aNumberChoosesUnlessItMayBeAnAnswerOfItsOwn() {
        assertEquals(
                0,
                runWith(
                        "my upper back is sore since rowing\n9\n10\n3\n1 4\na, f and k\n",
                        "chat",
                        "--json",
                        "--region",
                        "US"));
        List<JsonNode> replies = out.toString().lines().map(Chat::json).toList();
        assertEquals("Q1a", replies.get(0).at("/question/id").asText());
        assertEquals("Q1b", replies.get(1).at("/question/id").asText());
        assertEquals("Q5", replies.get(3).at("/question/id").asText(), "how bad and how many weeks: has letters");
        assertEquals("Q5", replies.get(4).at("/question/id").asText(), "\"1 4\" is not the first and the fourth");
        assertEquals(
                "present", Chat.finding(replies.get(5), "sev:mild").get("state").asText());
        assertEquals(
                "present", Chat.finding(replies.get(5), "dur:w2_6").get("state").asText());
        assertEquals(
                "present",
                Chat.finding(replies.get(5), "course:same").get("state").asText());
        assertTrue(replies.get(5).get("text").asText().contains("call 911"), out::toString);
    }

    @Test
    void explainTellsWhatWasReadAndWhyNotTheNextBest() {
        String message = "why does my left shoulder blade hurt after pull ups, no chest pain but a bit breathless?";
        assertEquals(0, run("explain", "--json", message));
        JsonNode explained = Chat.json(out.toString());
        assertEquals("cause", explained.at("/understood/intents/0/id").asText());
        assertEquals(
                "absent",
                Chat.finding(explained, "assoc:chest_pain").get("state").asText());
        assertEquals("left-side-after-workout", explained.at("/told/0").asText());
        assertEquals("UNIVERSAL.breathless", explained.at("/question/id").asText());
        assertEquals(
                "Shortness of breath with pain in the upper back is asked about at once",
                explained.at("/question/why").asText());
        assertEquals(
                "Ask UNIVERSAL.breathless emergency",
                explained.at("/rules/0/concludes").asText());
        assertTrue(explained.at("/rules/0/place").asText().matches("rules/safety/lungs/pe\\.drl:\\d+"), out::toString);
        assertEquals(
                "Sign( of == \"pain-on-breathing\" )",
                explained.at("/higher/1/lacks/0").asText());
        assertEquals("agg:deep_breath", explained.at("/higher/1/enough/0/token").asText());
        assertEquals(
                "Tell pain-when-working-out",
                explained.at("/otherAnswers/0/concludes").asText());
        assertTrue(explained.at("/otherAnswers/0/speaks").asBoolean(), "it was outweighed");
        assertFalse(explained.at("/otherAnswers/2/speaks").asBoolean());
    }

    @Test
    void explainIsTextForAPerson() {
        assertEquals(0, run("explain", "how do I stretch my back?"));
        assertTrue(out.toString().contains("  unsure   loc:upper_back (upper back) from \"my back\"\n"), out::toString);
        assertTrue(out.toString().contains("Told: how-to-stretch\n"), out::toString);
        assertTrue(out.toString().contains("    lacks Present( token == \"q:torn_muscle\" )\n"), out::toString);
    }

    @Test
    void testShowsWhatIsNotAsItIsKept() throws IOException {
        Path kept = content().resolve("rules/answers/stretching/conversations/how-to-stretch.txt");
        Files.createDirectories(kept.getParent());
        Files.copy(Path.of("rules/answers/stretching/conversations/how-to-stretch.txt"), kept);
        List<String> good = Files.readAllLines(kept);
        int reply = good.indexOf(good.stream()
                .filter(line -> line.startsWith("bot: "))
                .findFirst()
                .orElseThrow());
        List<String> edited = new ArrayList<>(good);
        edited.set(reply, "bot: something else");
        Files.write(kept, edited);
        Files.writeString(kept.resolveSibling("wrong.txt"), """
                # Claims of which none is so.
                near miss: How to stretch the upper back is answered by six gentle moves
                ends: emergency

                you: how do I stretch my upper back?
                """);
        Files.writeString(kept.resolveSibling("unsaid.txt"), "you: how do I stretch my upper back?\ntap: q\n");
        Files.writeString(folder.resolve("rules/answers/stretching/cases.txt"), """
                How to stretch the upper back is answered by six gentle moves
                  speaks: hello
                  silent: hello
                """);

        assertEquals(1, run("test", folder.toString()));
        String told = out.toString();
        String file = kept.toString().replace('\\', '/');
        assertTrue(
                told.contains(file + ":" + (reply + 1) + "\n  " + good.get(reply - 1) + "\n- bot: something else\n+ "
                        + good.get(reply) + "\n"),
                told);
        assertTrue(told.contains("wrong.txt:2: the rule \"How to stretch the upper back"), told);
        assertTrue(told.contains("wrong.txt:3: it ends with not_checked, not with emergency."), told);
        assertTrue(told.contains("unsaid.txt:2: this cannot be said here (NO_SUCH_OPTION)."), told);
        assertTrue(told.contains("cases.txt:1: \"How to stretch the upper back"), told);
        assertTrue(told.endsWith("3 conversations, 1 cases: 4 not as they are kept.\n"), told);

        Files.delete(kept.resolveSibling("wrong.txt"));
        Files.delete(kept.resolveSibling("unsaid.txt"));
        Files.delete(folder.resolve("rules/answers/stretching/cases.txt"));
        assertEquals(0, run("test", "--accept", folder.toString()));
        assertEquals(good, Files.readAllLines(kept));
    }

    /** The content in a folder of its own, without its cases and conversations; nothing of it has to be compiled. */
    private Path content() throws IOException {
        for (String part : List.of("rules", "models")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(file ->
                                !file.endsWith("cases.txt") && !file.toString().contains("conversations"))
                        .toList()) {
                    Path copy = folder.resolve(file.toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            }
        }
        return folder;
    }

    @Test
    void exportGivesAKeptConversationToWhoHasItsId() throws Exception {
        String store = "jdbc:h2:file:" + folder.resolve("talks");
        String id;
        try (ConversationStore kept = DatabaseStore.open(new Address(store, Optional.empty(), Optional.empty(), 2))) {
            id = Chat.assembly(new Outside(kept, InstantSource.system(), (turn, took) -> {}))
                    .conversations()
                    .say(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            new Message("my upper back aches – a lot", List.of()))
                    .id();
        }
        assertEquals(0, run("export", "--store", store, id));
        JsonNode exported = Chat.json(out.toString());
        assertEquals(id, exported.get("conversationId").asText());
        assertEquals("my upper back aches – a lot", exported.at("/turns/0/said").asText());

        out.getBuffer().setLength(0);
        assertEquals(0, run("export", "--store", store, "--as", "fhir", id));
        assertEquals("Bundle", Chat.json(out.toString()).get("resourceType").asText());

        out.getBuffer().setLength(0);
        assertEquals(1, run("export", "--store", store, "0".repeat(32)));
        assertEquals("", out.toString());
        assertEquals(
                "There is no conversation with this id: it has ended or was erased.",
                err.toString().strip());
    }

    @Test
    void exportDoesNotBeginAStoreThatIsNotThere() {
        assertEquals(69, run("export", "--store", "jdbc:h2:file:" + folder.resolve("other"), "0".repeat(32)));
        assertFalse(Files.exists(folder.resolve("other.mv.db")));
        assertEquals(2, run("export", "0".repeat(32)));
        assertTrue(err.toString().contains("Say with --store where the conversation is kept."), err::toString);
    }

    @Test
    void exportGivesTheWholeContent() {
        assertEquals(0, run("export"));
        JsonNode content = Chat.json(out.toString());
        assertEquals(51, content.get("answers").size());
        JsonNode rule = content.at("/rules/0");
        assertFalse(rule.get("rule").asText().isEmpty());
        assertTrue(rule.get("place").asText().startsWith("rules/"), rule::toString);
        assertTrue(rule.get("sources").get(0).asText().matches("[A-Z]\\d\\d"), rule::toString);
        assertTrue(content.get("vocabulary").size() > 300);
    }

    @Test
    void theHelpTellsEveryExitCode() {
        assertEquals(0, run("--help"));
        for (int code : new int[] {0, 1, 2, 69, 70, 78, 130}) {
            assertTrue(out.toString().matches("(?s).*\n  " + code + "[ ,].*"), () -> code + " in " + out);
        }
    }

    @Test
    void whatTheEnvironmentCannotSayIsAWrongConfiguration() {
        environment.put("SCAPULA_PORT", "high");
        assertEquals(78, run("serve"));
        assertTrue(err.toString().strip().endsWith("It stands in SCAPULA_PORT."), err::toString);
        environment.put("SCAPULA_PORT", "0");
        environment.put("SCAPULA_STORE", "oracle");
        assertEquals(78, run("serve"));
        assertTrue(err.toString().strip().endsWith("It stands in SCAPULA_STORE."), err::toString);
        assertEquals(2, run("serve", "--store", "oracle"), "what is typed goes first, and is a wrong use");
    }

    @Test
    void whatNobodyForesawIsOneLine() {
        CommandLine line = line(Assembly::built);
        line.addSubcommand("fall", CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> {
            throw new IllegalStateException("my chest hurts");
        }));
        assertEquals(70, run(line, "fall"));
        assertEquals(
                "Something went wrong in Scapula itself (IllegalStateException).",
                err.toString().strip());
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertEquals(2, run("score-triage", "no-such-file.tsv"));
        assertEquals("There is no file no-such-file.tsv.", err.toString().strip());
    }

    @Test
    void aShellCompletesCommandsAndOptions() throws IOException {
        assertEquals(0, run("completion"));
        Files.writeString(folder.resolve("completion.sh"), out.toString());
        assertTrue(Program.run(folder, "bash", "-n", "completion.sh"));
        assertTrue(Program.run(folder, "bash", "-c", completes("explain", "scapula expl")));
        assertTrue(Program.run(folder, "bash", "-c", completes("--accept", "scapula test --acc")));
        assertFalse(Program.run(folder, "bash", "-c", completes("explain", "scapula che")));
    }

    /** Ends well where a line that is typed so far can be completed to a word. */
    private static String completes(String word, String typed) {
        return "compopt() { :; }; source completion.sh; COMP_WORDS=(" + typed
                + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); " + "_complete_scapula; [[ \" ${COMPREPLY[*]} \" == *\" "
                + word + " \"* ]]";
    }
}

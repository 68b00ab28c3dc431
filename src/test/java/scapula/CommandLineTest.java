package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command line as its users expect it. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
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
        assertEquals(0, run("ask", "why", "does", "my", "upper", "back", "feel", "tight?"));
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
}

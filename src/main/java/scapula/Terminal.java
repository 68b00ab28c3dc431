package scapula;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is at the other end: a person at a terminal, or a file or another program. */
final class Terminal {

    private Terminal() {}

    /** Whether a person types and reads. */
    static boolean isThere() {
        return console().isPresent();
    }

    /** Programs read and write UTF-8; a terminal may be of another kind. */
    static Charset charset() {
        return console().map(Console::charset).orElse(StandardCharsets.UTF_8);
    }

    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** Since Java 22 there is a console in a pipe, too, which says that it is none. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}

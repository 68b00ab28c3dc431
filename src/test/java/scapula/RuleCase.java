package scapula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What proves one rule, kept as text in a {@code cases.txt} beside it: a message in which it speaks, and one in which it
 * nearly does and must not; each with the options that are tapped after it.
 */
record RuleCase(String file, String rule, Said speaks, Said silent) {

    private static final Pattern ENTRY = Pattern.compile("\n\\s*\n");

    /** A message and the taps that follow it, each the ids of one question's options. */
    record Said(String message, List<List<String>> taps) {

        /** The conversation as it goes with the server of the tests. */
        Chat played() {
            Chat chat = new Chat();
            chat.say(message);
            taps.forEach(chat::tap);
            return chat;
        }
    }

    /** Every case below {@code rules/}. */
    static List<RuleCase> underRules() {
        try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
            return paths.filter(path -> path.endsWith("cases.txt"))
                    .sorted()
                    .flatMap(path -> in(path).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<RuleCase> in(Path path) {
        List<RuleCase> cases = new ArrayList<>();
        String file = path.toString().replace('\\', '/');
        for (String entry : ENTRY.splitAsStream(read(path)).toList()) {
            List<String> lines =
                    entry.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                int silent = indexOf(lines, "  silent: ");
                cases.add(new RuleCase(
                        file,
                        lines.get(0).strip(),
                        said(lines.subList(indexOf(lines, "  speaks: "), silent)),
                        said(lines.subList(silent, lines.size()))));
            }
        }
        return cases;
    }

    private static Said said(List<String> lines) {
        List<List<String>> taps = lines.stream()
                .filter(line -> line.startsWith("  tap: "))
                .map(line -> List.of(line.substring("  tap: ".length()).strip().split("\\s*,\\s*")))
                .toList();
        return new Said(lines.get(0).substring("  speaks: ".length()).strip(), taps);
    }

    private static int indexOf(List<String> lines, String begins) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(begins)) {
                return i;
            }
        }
        throw new AssertionError("expected a line that begins with \"" + begins.strip() + "\" in: " + lines);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package scapula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scapula.domain.ContentProblem;
import scapula.domain.Message;
import scapula.domain.Mistake;
import scapula.talk.Refused;

/**
 * What proves one rule, kept as text in a {@code cases.txt} beside it: a message in which it speaks, and one in which it
 * nearly does and must not; each with the options that are tapped after it.
 *
 * @param line where it begins
 */
record RuleCase(String file, int line, String rule, Said speaks, Said silent) {

    private static final String SPEAKS = "  speaks: ";
    private static final String SILENT = "  silent: ";
    private static final String TAP = "  tap: ";

    /** A message and the taps that follow it, each the ids of one question's options. */
    record Said(String message, List<List<String>> taps) {

        void to(Transcript.Partner partner) throws Refused {
            partner.say(new Message(message, List.of()));
            for (List<String> tapped : taps) {
                partner.say(new Message("", tapped));
            }
        }
    }

    /** Every case below {@code rules/} of a folder. */
    static List<RuleCase> in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder.resolve("rules").normalize())) {
            return paths.filter(path -> path.endsWith("cases.txt"))
                    .sorted()
                    .flatMap(path -> inFile(path).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<RuleCase> inFile(Path path) {
        String file = path.toString().replace('\\', '/');
        List<RuleCase> cases = new ArrayList<>();
        List<String> entry = new ArrayList<>();
        int number = 0;
        for (String line : (read(path) + "\n\n").split("\n", -1)) {
            number++;
            if (line.isBlank() && !entry.isEmpty()) {
                cases.add(of(file, number - entry.size(), entry));
                entry.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                entry.add(line);
            }
        }
        return cases;
    }

    private static RuleCase of(String file, int line, List<String> entry) {
        int speaks = indexOf(SPEAKS, file, line, entry);
        int silent = indexOf(SILENT, file, line, entry);
        return new RuleCase(
                file,
                line,
                entry.get(0).strip(),
                said(entry.subList(speaks, silent)),
                said(entry.subList(silent, entry.size())));
    }

    private static Said said(List<String> lines) {
        List<List<String>> taps = lines.stream()
                .filter(line -> line.startsWith(TAP))
                .map(line -> List.of(line.substring(TAP.length()).strip().split("\\s*,\\s*")))
                .toList();
        return new Said(lines.get(0).substring(SPEAKS.length()).strip(), taps);
    }

    private static int indexOf(String begins, String file, int line, List<String> entry) {
        for (int i = 0; i < entry.size(); i++) {
            if (entry.get(i).startsWith(begins)) {
                return i;
            }
        }
        String says = "a case is a rule's name, then \"" + SPEAKS.strip() + "\", then \"" + SILENT.strip() + "\".";
        throw new ContentProblem(List.of(new Mistake(file, line, says)));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

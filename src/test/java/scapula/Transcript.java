package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversation kept as text beside the rules it proves.
 *
 * <p>{@code #} says what is claimed, {@code ends:} with which level it ends, {@code near miss:} names a rule that must stay silent, {@code you:} is typed and
 * {@code tap:} names options of the open question. The {@code bot:} and {@code because} lines are written by the program.
 */
record Transcript(String name, List<String> lines) {

    private static final List<String> LEVELS = List.of("emergency", "urgent", "soon", "self_care");
    private static final String ENDS = "ends: ";
    private static final String BECAUSE = "     because ";

    static List<Transcript> underRules() {
        try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
            return paths.filter(path -> path.toString().replace('\\', '/').matches(".*/conversations/[^/]+\\.txt"))
                    .sorted()
                    .map(path -> new Transcript(path.toString().replace('\\', '/'), read(path)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first block fenced as {@code conversation} of a Markdown file. */
    static Transcript in(Path markdown) {
        List<String> lines = read(markdown);
        int first = lines.indexOf("```conversation") + 1;
        int last = first + lines.subList(first, lines.size()).indexOf("```");
        return new Transcript(markdown.toString(), lines.subList(first, last));
    }

    private static List<String> read(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same conversation with what the program says to it now. */
    Transcript replayed() {
        Chat chat = new Chat();
        List<String> now = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("you: ")) {
                now.add(line);
                now.addAll(said(chat.say(line.substring("you: ".length()))));
            } else if (line.startsWith("tap: ")) {
                now.add(line);
                now.addAll(said(chat.tap(line.substring("tap: ".length()).split("\\s*,\\s*"))));
            } else if (!line.startsWith("bot: ") && !line.startsWith(BECAUSE)) {
                now.add(line);
            }
        }
        return new Transcript(name, now);
    }

    private static List<String> said(JsonNode reply) {
        List<String> told = new ArrayList<>();
        JsonNode triage = reply.get("triage");
        if (!triage.get("level").asText().equals("not_checked")) {
            String within = triage.get("within").isNull()
                    ? ""
                    : " within " + triage.get("within").asText();
            told.add(triage.get("level").asText()
                    + within.replace(" within now", "").replace("within today", "today"));
        }
        if (triage.get("crisis").asBoolean()) {
            told.add("crisis");
        }
        told.addAll(Chat.answers(reply));
        if (!reply.get("question").isNull()) {
            told.add("ask " + reply.get("question").get("id").asText());
        }
        List<String> said = new ArrayList<>();
        said.add("bot: " + (told.isEmpty() ? "no answer" : String.join(", ", told)));
        reply.get("because")
                .forEach(reason -> said.add(BECAUSE + reason.get("rule").asText()));
        return said;
    }

    /** The rules that spoke. */
    List<String> because() {
        return lines.stream()
                .filter(line -> line.startsWith(BECAUSE))
                .map(line -> line.substring(BECAUSE.length()))
                .toList();
    }

    /** The rules that must not have spoken. */
    List<String> nearMisses() {
        return lines.stream()
                .filter(line -> line.startsWith("near miss: "))
                .map(line -> line.substring("near miss: ".length()))
                .toList();
    }

    /** The level that it claims to end with. */
    Optional<String> ends() {
        return lines.stream()
                .filter(line -> line.startsWith(ENDS))
                .map(line -> line.substring(ENDS.length()))
                .findFirst();
    }

    /** The level that the program ended with. */
    String level() {
        return lines.stream()
                .filter(line -> line.startsWith("bot: "))
                .map(line -> line.substring("bot: ".length()))
                .map(said ->
                        LEVELS.stream().filter(said::startsWith).findFirst().orElse("not_checked"))
                .reduce((first, last) -> last)
                .orElse("");
    }

    void write() {
        try {
            Files.write(Path.of(name), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

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
import scapula.domain.ContentProblem;
import scapula.domain.Message;
import scapula.domain.Mistake;
import scapula.talk.Refused;

/**
 * A conversation kept as text beside the rules it proves.
 *
 * <p>{@code #} says what is claimed, {@code ends:} with which level it ends, {@code near miss:} names a rule that must
 * stay silent, {@code you:} is typed and {@code tap:} names options of the open question. The {@code bot:} and
 * {@code because} lines are written by the program.
 */
record Transcript(String name, List<String> lines) {

    private static final List<String> LEVELS = List.of("emergency", "urgent", "soon", "self_care");
    private static final String YOU = "you: ";
    private static final String TAP = "tap: ";
    private static final String BOT = "bot: ";
    private static final String ENDS = "ends: ";
    private static final String NEAR_MISS = "near miss: ";
    private static final String BECAUSE = "     because ";

    /** Whom a kept conversation is played with: the program itself, or a server in front of it. */
    interface Partner {
        /** The reply to a message, in the form of the chat contract. */
        JsonNode say(Message message) throws Refused;
    }

    /** Every conversation below {@code rules/} of a folder. */
    static List<Transcript> in(Path folder) {
        try (Stream<Path> paths = Files.walk(folder.resolve("rules").normalize())) {
            return paths.filter(path -> path.toString().replace('\\', '/').matches(".*/conversations/[^/]+\\.txt"))
                    .sorted()
                    .map(path -> new Transcript(path.toString().replace('\\', '/'), read(path)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> read(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The same conversation with what is said to it now.
     *
     * @throws ContentProblem naming the line that cannot be said, as where its question is not asked any more
     */
    Transcript replayed(Partner partner) {
        List<String> now = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!isOfProgram(line)) {
                now.add(line);
            }
            Optional<Message> message = message(line);
            if (message.isPresent()) {
                now.addAll(said(reply(partner, message.get(), i + 1)));
            }
        }
        return new Transcript(name, now);
    }

    private JsonNode reply(Partner partner, Message message, int line) {
        try {
            return partner.say(message);
        } catch (Refused refused) {
            String why = "this cannot be said here (" + refused.why() + ").";
            throw new ContentProblem(List.of(new Mistake(name, line, why)));
        }
    }

    private static Optional<Message> message(String line) {
        if (line.startsWith(YOU)) {
            return Optional.of(new Message(line.substring(YOU.length()), List.of()));
        }
        return line.startsWith(TAP)
                ? Optional.of(new Message(
                        "", List.of(line.substring(TAP.length()).strip().split("\\s*,\\s*"))))
                : Optional.empty();
    }

    /** Whether the program writes a line, and not the editor. */
    static boolean isOfProgram(String line) {
        return line.startsWith(BOT) || line.startsWith(BECAUSE);
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
        reply.get("answers").forEach(answer -> told.add(answer.get("id").asText()));
        if (!reply.get("question").isNull()) {
            told.add("ask " + reply.get("question").get("id").asText());
        }
        List<String> said = new ArrayList<>();
        said.add(BOT + (told.isEmpty() ? "no answer" : String.join(", ", told)));
        reply.get("because")
                .forEach(reason -> said.add(BECAUSE + reason.get("rule").asText()));
        return said;
    }

    /** The rules that spoke. */
    List<String> because() {
        return all(BECAUSE);
    }

    /** The rules that must not have spoken. */
    List<String> nearMisses() {
        return all(NEAR_MISS);
    }

    /** The level that it claims to end with. */
    Optional<String> ends() {
        return all(ENDS).stream().findFirst();
    }

    /** The line, from 1, that names a near miss, or the level at the end. */
    int lineOf(String claimed) {
        return 1 + Math.max(lines.indexOf(NEAR_MISS + claimed), lines.indexOf(ENDS + claimed));
    }

    private List<String> all(String begins) {
        return lines.stream()
                .filter(line -> line.startsWith(begins))
                .map(line -> line.substring(begins.length()))
                .toList();
    }

    /** The level that the program ended with. */
    String level() {
        return all(BOT).stream()
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

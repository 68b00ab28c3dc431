package scapula.distil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tuning messages, {@code src/test/resources/reading/tuning.jsonl}, cut into short pieces. */
final class Messages {

    /**
     * One message as a careful reader ticked it.
     *
     * @param harmless whether it holds nothing alarming
     * @param findings each present finding with the words that it was read from
     */
    record Message(String text, boolean harmless, List<Finding> findings) {}

    record Finding(String token, String words) {}

    private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´]");
    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+(?:[./]\\d+)*");
    private static final Pattern STOP = Pattern.compile("[.!?;,:()\\n]+(?:\\s|$)");

    private Messages() {}

    static List<Message> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Message> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode message = json.readTree(line);
            List<Finding> findings = new ArrayList<>();
            for (JsonNode finding : message.get("findings")) {
                if (finding.get(1).asText().equals("p")
                        && !finding.path(2).asText().isEmpty()) {
                    findings.add(
                            new Finding(finding.get(0).asText(), finding.get(2).asText()));
                }
            }
            boolean harmless = message.path("level").asText().equals("no");
            messages.add(new Message(message.get("text").asText(), harmless, findings));
        }
        return messages;
    }

    /** The words and numbers of a text, in lower case, apostrophes dropped. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher =
                WORD.matcher(APOSTROPHE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Every run of some sizes that begins and ends with words that say something. */
    static List<List<String>> windows(String text, Set<String> small, int... sizes) {
        List<List<String>> windows = new ArrayList<>();
        for (String run : STOP.split(text, -1)) {
            List<String> words = words(run);
            for (int size : sizes) {
                for (int first = 0; first + size <= words.size(); first++) {
                    List<String> window = words.subList(first, first + size);
                    if (says(window, small)) {
                        windows.add(window);
                    }
                }
            }
        }
        return windows;
    }

    /** Whether a phrase has two words that say something, its first and last among them. */
    static boolean says(List<String> words, Set<String> small) {
        return words.stream().filter(word -> !small.contains(word)).count() >= 2
                && !small.contains(words.get(0))
                && !small.contains(words.get(words.size() - 1));
    }
}

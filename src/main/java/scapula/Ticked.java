package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A message whose findings a careful reader has ticked.
 *
 * @param level how alarming it is: "now", "today", "later", "no" or "unknown"
 * @param findings the state of each token that was ticked: "p" present, "a" absent, "u" unsure
 */
record Ticked(String text, String level, Map<String, String> findings) {

    private static final String PRESENT = "p";
    private static final String UNSURE = "u";
    private static final int LONG = 5;

    /** Reads a file of messages, JSON, one a line. */
    static List<Ticked> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Ticked> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode message = json.readTree(line);
            Map<String, String> findings = new HashMap<>();
            message.get("findings")
                    .forEach(finding ->
                            findings.put(finding.get(0).asText(), finding.get(1).asText()));
            messages.add(new Ticked(
                    message.get("text").asText(), message.get("level").asText(), findings));
        }
        return messages;
    }

    boolean isAlarming() {
        return level.equals("now");
    }

    boolean isHarmless() {
        return level.equals("no");
    }

    boolean says(String token) {
        return PRESENT.equals(findings.get(token));
    }

    boolean leavesOpen(String token) {
        return UNSURE.equals(findings.get(token));
    }

    /** The same message with letters left out, doubled or swapped, in words of five letters and more. */
    Ticked misspelt(int typos, Random random) {
        String[] words = text.split(" ", -1);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= LONG && words[i].chars().allMatch(Character::isLetter)) {
                places.add(i);
            }
        }
        for (int typo = 0; typo < typos && !places.isEmpty(); typo++) {
            int at = places.remove(random.nextInt(places.size()));
            String word = words[at];
            int letter = 1 + random.nextInt(word.length() - 2);
            words[at] = switch (random.nextInt(3)) {
                case 0 -> word.substring(0, letter) + word.substring(letter + 1);
                case 1 -> word.substring(0, letter) + word.charAt(letter) + word.substring(letter);
                default ->
                    word.substring(0, letter)
                            + word.charAt(letter + 1)
                            + word.charAt(letter)
                            + word.substring(letter + 2);
            };
        }
        return new Ticked(String.join(" ", words), level, findings);
    }
}

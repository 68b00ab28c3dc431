package scapula.domain;

import java.util.Map;

/**
 * Where the person is, as far as numbers and services differ.
 *
 * @param id {@code UK}, {@code US}, …
 * @param number what to dial in an emergency
 * @param line the emergency line, a sentence of its own, that is in every reply and every error
 * @param crisisButton what stands on a button that calls a crisis line: "Call Samaritans"
 * @param crisisNumber what that dials
 * @param words what else differs, each inside a sentence: {@code call} is "call 999"
 */
public record Region(
        String id, String number, String line, String crisisButton, String crisisNumber, Map<String, String> words) {

    /** What stands on a button that calls: "Call 999". */
    public String button() {
        return capital(words.get("call"));
    }

    /** A text with {@code {call}} and the like filled in; {@code {Call}} begins a sentence. */
    public String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue())
                    .replace("{" + capital(word.getKey()) + "}", capital(word.getValue()));
        }
        return filled;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package scapula.domain;

/**
 * Where the person is, as far as numbers and services differ.
 *
 * @param id {@code UK}, {@code US}, …
 * @param number what to dial in an emergency
 * @param call the same as an instruction inside a sentence: "call 999"
 * @param today what to do to be seen the same day, inside a sentence
 * @param crisis what someone with thoughts of ending their life can do besides, inside a sentence
 * @param line the emergency line, a sentence of its own, that is in every reply and every error
 */
public record Region(String id, String number, String call, String today, String crisis, String line) {

    /** What stands on a button that calls: "Call 999". */
    public String button() {
        return Character.toUpperCase(call.charAt(0)) + call.substring(1);
    }
}

package scapula.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scapula.content.Words.Place;
import scapula.domain.Mistake;
import scapula.domain.Pattern;

/**
 * The composed wordings, {@code models/patterns/<topic>.txt}. A line is either a class of words,
 *
 * <pre>{@code LEGS = leg, thigh, pins}</pre>
 *
 * or a pattern over classes and words, {@code |} between alternatives:
 *
 * <pre>{@code assoc:leg_weak_both: LEGS + WEAK | give way within 6 unless day with cant | wont}</pre>
 *
 * <p>{@code >} in place of {@code +} asks for that order; {@code not} before the token makes it absent.
 */
record Patterns(List<Pattern> all, List<Mention> mentions) {

    /** A token that a pattern gives, and where. */
    record Mention(String token, String file, int line) {}

    private static final java.util.regex.Pattern CLASS = java.util.regex.Pattern.compile("([A-Z][A-Z_0-9]*) = (.+)");
    private static final java.util.regex.Pattern SEPARATOR = java.util.regex.Pattern.compile("\\s[+>]\\s");
    private static final java.util.regex.Pattern LINE = java.util.regex.Pattern.compile(
            "(not )?([a-z]+:[\\w-]+): (.+?)(?: within (\\d+))?(?: unless (.+?))?(?: with (.+))?");

    static Patterns read(Folder folder, List<Mistake> mistakes) {
        Patterns patterns = new Patterns(new ArrayList<>(), new ArrayList<>());
        Map<String, Set<String>> classes = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (String file : folder.list("models/patterns", ".txt")) {
            forEachLine(folder, file, (line, number) -> readClass(line, new Place(file, number), classes, places, mistakes));
        }
        for (String file : folder.list("models/patterns", ".txt")) {
            forEachLine(folder, file, (line, number) -> patterns.readPattern(line, file, number, classes, mistakes));
        }
        return patterns;
    }

    private interface LineReader {
        void read(String line, int number);
    }

    private static void forEachLine(Folder folder, String file, LineReader reader) {
        List<String> lines = folder.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.read(line, i + 1);
            }
        }
    }

    private static void readClass(
            String line, Place place, Map<String, Set<String>> classes, Map<String, Place> places, List<Mistake> mistakes) {
        var found = CLASS.matcher(line);
        if (!found.matches()) {
            return;
        }
        Place earlier = places.put(found.group(1), place);
        if (earlier != null) {
            mistakes.add(new Mistake(place.file(), place.line(), "the class " + found.group(1)
                    + " is written twice, before in " + earlier.file() + ":" + earlier.line() + "."));
        }
        classes.put(found.group(1), new LinkedHashSet<>(List.of(found.group(2).strip().split("\\s*,\\s*"))));
    }

    private void readPattern(
            String line, String file, int number, Map<String, Set<String>> classes, List<Mistake> mistakes) {
        if (CLASS.matcher(line).matches()) {
            return;
        }
        var found = LINE.matcher(line);
        if (!found.matches()) {
            mistakes.add(new Mistake(file, number, "write \"NAME = word, word\" or"
                    + " \"slot:token: PART + PART within 5 unless word | word with word | word\"."));
            return;
        }
        List<Set<String>> parts = new ArrayList<>();
        for (String part : SEPARATOR.split(found.group(3))) {
            parts.add(phrases(part, file, number, classes, mistakes));
        }
        int within = found.group(4) == null ? 0 : Integer.parseInt(found.group(4));
        Set<String> unless = phrases(found.group(5), file, number, classes, mistakes);
        Set<String> with = phrases(found.group(6), file, number, classes, mistakes);
        all.add(new Pattern(
                found.group(2),
                found.group(1) != null,
                parts,
                found.group(3).contains(" > "),
                within,
                unless,
                with));
        mentions.add(new Mention(found.group(2), file, number));
    }

    private static Set<String> phrases(
            String alternatives, String file, int line, Map<String, Set<String>> classes, List<Mistake> mistakes) {
        Set<String> phrases = new LinkedHashSet<>();
        if (alternatives != null) {
            for (String one : alternatives.strip().split("\\s*\\|\\s*")) {
                add(one, phrases, file, line, classes, mistakes);
            }
        }
        return phrases;
    }

    private static void add(
            String one, Set<String> to, String file, int line, Map<String, Set<String>> classes, List<Mistake> mistakes) {
        if (!one.matches("[A-Z][A-Z_0-9]*")) {
            to.add(one);
        } else if (classes.containsKey(one)) {
            classes.get(one).forEach(member -> add(member, to, file, line, classes, mistakes));
        } else {
            mistakes.add(new Mistake(file, line, "there is no class " + one + "."));
        }
    }
}

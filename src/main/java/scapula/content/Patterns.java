package scapula.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import scapula.content.Words.Place;
import scapula.domain.Mistake;
import scapula.domain.Pattern;
import scapula.domain.Pattern.Says;

/**
 * The composed wordings, {@code models/patterns/<topic>.txt}. A line is either a class of words,
 *
 * <pre>{@code LEGS = leg, thigh, pins}</pre>
 *
 * or a pattern over classes and words, {@code |} between alternatives:
 *
 * <pre>{@code assoc:leg_weak_both: LEGS + WEAK | give way; within 6; unless day; with cant | wont}</pre>
 *
 * <p>{@code >} in place of {@code +} asks for that order; {@code not} before the token makes it absent,
 * {@code maybe} has it asked. A line that is set in goes on from the one before it.
 */
record Patterns(List<Pattern> all, List<Mention> mentions) {

    /** A token that a pattern gives, and where. */
    record Mention(String token, String file, int line) {}

    private static final java.util.regex.Pattern CLASS = java.util.regex.Pattern.compile("([A-Z][A-Z_0-9]*) = (.+)");
    private static final java.util.regex.Pattern SEPARATOR = java.util.regex.Pattern.compile("\\s[+>]\\s");
    private static final java.util.regex.Pattern LINE =
            java.util.regex.Pattern.compile("(not |maybe )?([a-z]+:[\\w-]+): ([^;]+)(;.*)?");
    private static final java.util.regex.Pattern CLAUSE =
            java.util.regex.Pattern.compile("(within|unless|with) ([^;]+)");

    /** What has been read of the files so far. */
    private record Reading(
            Map<String, Set<String>> classes,
            Map<String, Place> places,
            Set<String> used,
            Map<List<String>, List<String>> shared,
            List<Mistake> mistakes) {}

    static Patterns read(Folder folder, List<Mistake> mistakes) {
        Patterns patterns = new Patterns(new ArrayList<>(), new ArrayList<>());
        Reading reading = new Reading(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>(), mistakes);
        for (String file : folder.list("models/patterns", ".txt")) {
            forEachLine(folder, file, (line, place) -> readClass(line, place, reading));
        }
        for (String file : folder.list("models/patterns", ".txt")) {
            forEachLine(folder, file, (line, place) -> patterns.readPattern(line, place, reading));
        }
        reading.places.keySet().removeAll(reading.used);
        reading.places.forEach(
                (name, place) -> complain(place, "no pattern uses the class " + name + "; take it out.", reading));
        return patterns;
    }

    /** Hands over the lines that say something; one that is set in goes on from the line before it. */
    private static void forEachLine(Folder folder, String file, BiConsumer<String, Place> reader) {
        List<String> lines = folder.text(file).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Place place = new Place(file, i + 1);
            StringBuilder line = new StringBuilder(lines.get(i).strip());
            while (i + 1 < lines.size() && lines.get(i + 1).matches("\\s+\\S.*")) {
                i++;
                line.append(' ').append(lines.get(i).strip());
            }
            if (!line.isEmpty() && line.charAt(0) != '#') {
                reader.accept(line.toString(), place);
            }
        }
    }

    private static void readClass(String line, Place place, Reading reading) {
        Matcher found = CLASS.matcher(line);
        if (!found.matches()) {
            return;
        }
        Place earlier = reading.places.put(found.group(1), place);
        if (earlier != null) {
            complain(
                    place,
                    "the class " + found.group(1) + " is written twice, before in " + earlier.file() + ":"
                            + earlier.line() + ".",
                    reading);
        }
        reading.classes.put(
                found.group(1),
                new LinkedHashSet<>(List.of(found.group(2).strip().split("\\s*,\\s*", -1))));
    }

    private void readPattern(String line, Place place, Reading reading) {
        if (CLASS.matcher(line).matches()) {
            return;
        }
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            complain(place, FORM, reading);
            return;
        }
        Map<String, String> clauses = clauses(Objects.requireNonNullElse(found.group(4), ""), place, reading);
        List<List<String>> parts = new ArrayList<>();
        for (String part : SEPARATOR.split(found.group(3), -1)) {
            parts.add(phrases(part, place, reading));
        }
        all.add(new Pattern(
                found.group(2),
                says(found.group(1)),
                parts,
                found.group(3).contains(" > "),
                Integer.parseInt(clauses.getOrDefault("within", "0")),
                phrases(clauses.getOrDefault("unless", ""), place, reading),
                phrases(clauses.getOrDefault("with", ""), place, reading)));
        mentions.add(new Mention(found.group(2), place.file(), place.line()));
    }

    private static Says says(String prefix) {
        if (prefix == null) {
            return Says.YES;
        }
        return prefix.startsWith("not") ? Says.NO : Says.MAYBE;
    }

    private static final String FORM = "write \"NAME = word, word\" or"
            + " \"slot:token: PART + PART; within 5; unless word | word; with word | word\".";

    private static Map<String, String> clauses(String written, Place place, Reading reading) {
        Map<String, String> clauses = new HashMap<>();
        for (String clause : written.split("\\s*;\\s*", -1)) {
            Matcher found = CLAUSE.matcher(clause.strip());
            boolean fits = found.matches()
                    && (!found.group(1).equals("within") || found.group(2).matches("\\d{1,2}"))
                    && clauses.put(found.group(1), found.group(2)) == null;
            if (!fits && !clause.isBlank()) {
                complain(place, FORM, reading);
            }
        }
        return clauses;
    }

    /** What alternatives stand for; those that say the same are one list, since thousands of patterns name the same few. */
    private static List<String> phrases(String alternatives, Place place, Reading reading) {
        Set<String> phrases = new LinkedHashSet<>();
        for (String one : alternatives.strip().split("\\s*\\|\\s*", -1)) {
            if (!one.isEmpty()) {
                add(one, phrases, place, reading);
            }
        }
        return reading.shared.computeIfAbsent(List.copyOf(phrases), same -> same);
    }

    private static void add(String one, Set<String> to, Place place, Reading reading) {
        if (!one.matches("[A-Z][A-Z_0-9]*")) {
            to.add(one);
        } else if (reading.classes.containsKey(one)) {
            reading.used.add(one);
            reading.classes.get(one).forEach(member -> add(member, to, place, reading));
        } else {
            complain(place, "there is no class " + one + ".", reading);
        }
    }

    private static void complain(Place place, String says, Reading reading) {
        reading.mistakes.add(new Mistake(place.file(), place.line(), says));
    }
}

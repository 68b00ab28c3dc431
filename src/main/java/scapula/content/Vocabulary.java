package scapula.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.content.Words.Place;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.domain.Mistake;
import scapula.domain.Token;

/**
 * The tokens that rules can match and the ways in which people say them, {@code models/vocabulary/<slot>.yml}; and the
 * other words that the reader knows, {@code models/context.yml} and {@code models/words.txt}.
 */
record Vocabulary(List<Token> tokens, Map<String, Place> claims, Context context) {

    private static final String CONTEXT = "models/context.yml";
    private static final String KNOWN = "models/words.txt";

    static Vocabulary read(Folder folder, List<Mistake> mistakes) {
        Context context = Yaml.open(folder, CONTEXT, mistakes)
                .map(yaml -> readContext(yaml, known(folder, mistakes)))
                .orElse(Context.none());
        Vocabulary vocabulary = new Vocabulary(new ArrayList<>(), new HashMap<>(), context);
        for (String file : folder.list("models/vocabulary", ".yml")) {
            String slot = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yml".length());
            Yaml.read(file, 1, folder.text(file), mistakes)
                    .ifPresent(yaml -> yaml.parts()
                            .forEach((value, part) -> vocabulary.readToken(file, slot + ":" + value, part)));
        }
        return vocabulary;
    }

    private static Context readContext(Yaml yaml, List<String> known) {
        Map<String, String> shortForms = new HashMap<>();
        yaml.part("short-forms").map(Yaml::parts).orElse(Map.of()).forEach((form, words) -> {
            shortForms.put(form, words.text());
        });
        Map<Cue, Set<String>> cues = new EnumMap<>(Cue.class);
        for (Cue cue : Cue.values()) {
            cues.put(cue, Collections.unmodifiableSet(new LinkedHashSet<>(yaml.texts(cue.list()))));
            if (cues.get(cue).isEmpty()) {
                yaml.mistake("the list \"" + cue.list() + "\" is missing.");
            }
        }
        return new Context(cues, shortForms, known);
    }

    private static List<String> known(Folder folder, List<Mistake> mistakes) {
        if (!folder.has(KNOWN)) {
            mistakes.add(new Mistake(KNOWN, 0, "this file is missing."));
            return List.of();
        }
        return folder.text(KNOWN).lines().filter(line -> !line.startsWith("#")).toList();
    }

    private void readToken(String file, String id, Yaml yaml) {
        List<String> words = claim(file, id, yaml, "words");
        List<String> assumed = claim(file, id, yaml, "assumed");
        tokens.add(new Token(
                id,
                yaml.text("label"),
                yaml.part("denied").map(Yaml::text).orElse(""),
                yaml.part("question").map(Yaml::text).orElse(""),
                yaml.part("danger").isPresent(),
                yaml.part("of-others").isPresent(),
                yaml.part("named").isPresent(),
                words,
                assumed));
    }

    private List<String> claim(String file, String id, Yaml token, String part) {
        List<Yaml> items = token.part(part).map(Yaml::items).orElse(List.of());
        for (Yaml item : items) {
            Place earlier = claims.put(item.text().toLowerCase(Locale.ROOT), new Place(file, item.line()));
            if (earlier != null) {
                item.mistake("\"" + item.text() + "\" is claimed by two tokens: here by " + id + ", before in "
                        + earlier.file() + ":" + earlier.line() + ".");
            }
        }
        return items.stream().map(Yaml::text).toList();
    }

    boolean knows(String token) {
        return tokens.stream().anyMatch(known -> known.id().equals(token));
    }

    Set<String> slots() {
        return tokens.stream()
                .map(token -> token.id().substring(0, token.id().indexOf(':')))
                .collect(Collectors.toSet());
    }
}

package scapula.content;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scapula.content.Words.Place;
import scapula.domain.Advice;
import scapula.domain.Advice.Crisis;
import scapula.domain.Advice.Flag;
import scapula.domain.Advice.LookAgain;
import scapula.domain.Advice.OfLevel;
import scapula.domain.Advice.Route;
import scapula.domain.Level;
import scapula.domain.Mistake;

/** The words of results: {@code rules/advice/advice.yml}, and the {@code flags} of every {@code words.yml}. */
record Advices(Advice advice, Map<String, Place> places) {

    private static final String FILE = "rules/advice/advice.yml";
    private static final List<String> PHRASES = List.of(
            "said",
            "not-known",
            "begins",
            "returned",
            "danger-again",
            "again",
            "no-to-all",
            "which-of-them",
            "several",
            "terminal-begins",
            "terminal-how",
            "terminal-nothing",
            "why-which",
            "changed-higher",
            "changed-lower",
            "changed-same",
            "with",
            "without");

    static Advices read(Folder folder, List<Mistake> mistakes) {
        Map<Level, OfLevel> levels = new EnumMap<>(Level.class);
        Map<String, Route> routes = new LinkedHashMap<>();
        Map<String, Flag> flags = new LinkedHashMap<>();
        Map<String, String> phrases = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        Crisis[] crisis = {new Crisis("", "", "")};
        Yaml.open(folder, FILE, mistakes).ifPresent(yaml -> {
            part(yaml, "levels")
                    .forEach((name, part) -> Level.named(name)
                            .ifPresentOrElse(
                                    level -> levels.put(level, level(part)),
                                    () -> part.mistake("there is no level \"" + name + "\".")));
            part(yaml, "routes")
                    .forEach((name, part) -> routes.put(name, new Route(part.text("heading"), part.text("lines"))));
            yaml.part("crisis")
                    .ifPresent(part ->
                            crisis[0] = new Crisis(part.text("urgency"), part.text("heading"), part.text("body")));
            part(yaml, "phrases").forEach((name, part) -> phrases.put(name, part.text()));
            checkComplete(yaml, levels, phrases);
        });
        for (String file : folder.list("rules", "words.yml")) {
            Yaml.read(file, 1, folder.text(file), mistakes)
                    .ifPresent(yaml -> part(yaml, "flags").forEach((id, part) -> {
                        places.put(id, new Place(file, part.line()));
                        flags.put(id, flag(part, routes));
                    }));
        }
        return new Advices(new Advice(levels, routes, flags, crisis[0], phrases), places);
    }

    private static Map<String, Yaml> part(Yaml yaml, String name) {
        return yaml.part(name).map(Yaml::parts).orElse(Map.of());
    }

    private static void checkComplete(Yaml yaml, Map<Level, OfLevel> levels, Map<String, String> phrases) {
        for (Level level : Level.values()) {
            if (!levels.containsKey(level)) {
                yaml.mistake("the level \"" + level.ruleName() + "\" has no words.");
            }
        }
        PHRASES.stream()
                .filter(phrase -> !phrases.containsKey(phrase))
                .forEach(phrase -> yaml.mistake("the phrase \"" + phrase + "\" is missing."));
    }

    private static OfLevel level(Yaml yaml) {
        Words.checkPlaceholders(yaml, yaml.text("heading") + yaml.text("do") + yaml.text("worse"));
        List<LookAgain> again = yaml.part("again").map(Yaml::items).orElse(List.of()).stream()
                .map(item -> new LookAgain(days(item), item.text("text")))
                .toList();
        return new OfLevel(
                yaml.text("name"),
                yaml.text("urgency"),
                yaml.text("heading"),
                yaml.text("do"),
                yaml.text("worse"),
                again);
    }

    private static int days(Yaml item) {
        return item.part("days").map(Yaml::number).map(Double::intValue).orElse(0);
    }

    private static Flag flag(Yaml yaml, Map<String, Route> routes) {
        String route = yaml.part("route").map(Yaml::text).orElse("");
        if (!route.isEmpty() && !routes.containsKey(route)) {
            yaml.mistake("there is no route \"" + route + "\".");
        }
        Map<String, String> also = new LinkedHashMap<>();
        part(yaml, "also").forEach((token, part) -> also.put(token, part.text()));
        String meanwhile = yaml.part("meanwhile").map(Yaml::text).orElse("");
        Words.checkPlaceholders(yaml, meanwhile + String.join("", also.values()));
        return new Flag(yaml.text("label"), yaml.text("reason"), route, meanwhile, also);
    }
}

package scapula.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import scapula.domain.Mistake;
import scapula.domain.Question;
import scapula.domain.Question.Form;
import scapula.domain.Question.Kind;
import scapula.domain.Question.Option;
import scapula.domain.Region;
import scapula.domain.Source;

/**
 * The short texts: remarks and questions in every {@code words.yml}; regions, sources and what is said to a message in
 * another language in files of their own.
 */
record Words(
        Map<String, String> remarks,
        Map<String, Question> questions,
        Map<String, List<String>> orders,
        Map<String, Region> regions,
        Map<String, Source> sources,
        Map<String, String> languages,
        Map<String, Place> places) {

    /** Where a text stands, for the sentence about what is wrong with it. */
    record Place(String file, int line) {}

    private static final List<String> FILLED_IN = List.of(
            "call",
            "today",
            "crisis",
            "hospital",
            "doctor",
            "who",
            "poison",
            "abuse",
            "cannot-call",
            "temperature",
            "name");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    static Words read(Folder folder, List<Mistake> mistakes) {
        Words words = new Words(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        for (String file : folder.list("rules", "words.yml")) {
            Yaml.open(folder, file, mistakes).ifPresent(yaml -> {
                yaml.part("remarks").ifPresent(part -> words.readRemarks(file, part));
                yaml.part("questions").ifPresent(part -> words.readQuestions(file, part));
            });
        }
        Yaml.open(folder, "rules/questions/order.yml", mistakes).ifPresent(words::readOrders);
        Yaml.open(folder, "rules/regions.yml", mistakes).ifPresent(words::readRegions);
        Yaml.open(folder, "rules/sources.yml", mistakes).ifPresent(words::readSources);
        Yaml.open(folder, "rules/remarks/languages.yml", mistakes)
                .ifPresent(yaml -> yaml.parts().forEach((code, part) -> words.languages.put(code, part.text("says"))));
        return words;
    }

    private void readRemarks(String file, Yaml yaml) {
        yaml.parts().forEach((id, part) -> {
            checkPlaceholders(part, part.text());
            claim(id, file, part);
            remarks.put(id, part.text());
        });
    }

    private void readQuestions(String file, Yaml yaml) {
        yaml.parts().forEach((id, part) -> {
            claim(id, file, part);
            Map<String, Yaml> options = part.part("options").map(Yaml::parts).orElse(Map.of());
            if (options.isEmpty()) {
                part.mistake("the question \"" + id + "\" has no options.");
            }
            List<Option> read = options.entrySet().stream()
                    .map(entry -> readOption(entry.getKey(), entry.getValue()))
                    .toList();
            questions.put(id, readQuestion(id, part, read));
        });
    }

    private static Question readQuestion(String id, Yaml yaml, List<Option> options) {
        String text = yaml.text("text");
        String card = optional(yaml, "card", "");
        checkPlaceholders(yaml, text + card + optional(yaml, "note", ""));
        return new Question(
                id,
                text,
                optional(yaml, "other", text),
                optional(yaml, "again", text),
                optional(yaml, "note", ""),
                "",
                card,
                optional(yaml, "card-other", card),
                optional(yaml, "topic", ""),
                new Form(kind(yaml), oneOf(yaml, options), optional(yaml, "drawing", "")),
                yaml.texts("fills"),
                options);
    }

    private static List<String> oneOf(Yaml yaml, List<Option> options) {
        List<String> headings = yaml.texts("one-of");
        headings.stream()
                .filter(heading ->
                        options.stream().noneMatch(option -> option.group().equals(heading)))
                .forEach(heading -> yaml.mistake("no option stands under \"" + heading + "\"."));
        return headings;
    }

    private static Kind kind(Yaml yaml) {
        String kind = optional(yaml, "kind", "one");
        return Stream.of(Kind.values())
                .filter(one -> one.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> {
                    yaml.mistake("\"kind\" is one, many or suggestions.");
                    return Kind.ONE;
                });
    }

    private static Option readOption(String id, Yaml yaml) {
        String label = yaml.text("label");
        return new Option(
                id,
                label,
                optional(yaml, "other", label),
                yaml.text("message"),
                yaml.texts("words"),
                optional(yaml, "group", ""),
                yaml.texts("sets"),
                yaml.texts("sets-any"),
                yaml.texts("denies"));
    }

    private static String optional(Yaml yaml, String part, String otherwise) {
        return yaml.part(part).map(Yaml::text).orElse(otherwise);
    }

    /** The questions of the check, in the order for each way to arrive; what an order leaves out comes as usual. */
    private void readOrders(Yaml yaml) {
        List<String> usual = yaml.texts("usual");
        yaml.parts().forEach((arrival, part) -> {
            List<String> order = new ArrayList<>(yaml.texts(arrival));
            order.stream()
                    .filter(id -> !usual.contains(id))
                    .forEach(id -> part.mistake("\"" + id + "\" is not in the usual order."));
            usual.stream().filter(id -> !order.contains(id)).forEach(order::add);
            orders.put(arrival, order);
        });
    }

    private void claim(String id, String file, Yaml part) {
        Place earlier = places.putIfAbsent(id, new Place(file, part.line()));
        if (earlier != null) {
            part.mistake("\"" + id + "\" already has words, in " + earlier.file() + ":" + earlier.line() + ".");
        }
    }

    private void readRegions(Yaml yaml) {
        yaml.parts().forEach((id, part) -> {
            Map<String, String> words = new LinkedHashMap<>();
            FILLED_IN.forEach(word -> words.put(word, part.text(word)));
            regions.put(
                    id,
                    new Region(
                            id,
                            part.text("number"),
                            part.text("line"),
                            part.text("crisis-button"),
                            part.text("crisis-number"),
                            words));
        });
    }

    private void readSources(Yaml yaml) {
        yaml.parts().forEach((id, part) -> {
            String year = part.part("year").map(Yaml::text).orElse("");
            if (!year.matches("(\\d{4})?")) {
                part.mistake("the year of " + id + " is not a year: \"" + year + "\".");
                year = "";
            }
            sources.put(id, new Source(id, part.text("title"), year.isEmpty() ? null : Integer.valueOf(year)));
        });
    }

    /** Only the region's words can be filled in. */
    static void checkPlaceholders(Yaml yaml, String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String word = matcher.group(1);
            if (!FILLED_IN.contains(word.toLowerCase(Locale.ROOT)) && !word.equals("question")) {
                yaml.mistake("{" + word + "} cannot be filled in; " + String.join(", ", FILLED_IN) + " can.");
            }
        }
    }
}

package scapula.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scapula.domain.Mistake;
import scapula.domain.Question;
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
        Map<String, Region> regions,
        Map<String, Source> sources,
        Map<String, String> languages,
        Map<String, Place> places) {

    /** Where a text stands, for the sentence about what is wrong with it. */
    record Place(String file, int line) {}

    private static final Set<String> FILLED_IN = Set.of("{call}", "{today}", "{crisis}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    static Words read(Folder folder, List<Mistake> mistakes) {
        Words words = new Words(
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
            questions.put(id, new Question(id, part.text("text"), suggests(part), read));
        });
    }

    private static boolean suggests(Yaml question) {
        return question.part("suggests").map(Yaml::text).orElse("no").equals("yes");
    }

    private static Option readOption(String id, Yaml yaml) {
        return new Option(id, yaml.text("label"), yaml.text("message"), yaml.texts("words"), yaml.texts("sets"));
    }

    private void claim(String id, String file, Yaml part) {
        Place earlier = places.putIfAbsent(id, new Place(file, part.line()));
        if (earlier != null) {
            part.mistake("\"" + id + "\" already has words, in " + earlier.file() + ":" + earlier.line() + ".");
        }
    }

    private void readRegions(Yaml yaml) {
        yaml.parts()
                .forEach((id, part) -> regions.put(
                        id,
                        new Region(
                                id,
                                part.text("number"),
                                part.text("call"),
                                part.text("today"),
                                part.text("crisis"),
                                part.text("line"))));
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
            if (!FILLED_IN.contains(matcher.group())) {
                yaml.mistake(matcher.group() + " cannot be filled in; only {call}, {today} and {crisis} can.");
            }
        }
    }
}

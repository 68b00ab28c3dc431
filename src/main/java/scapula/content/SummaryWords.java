package scapula.content;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scapula.domain.Level;
import scapula.domain.Mistake;
import scapula.domain.Question;
import scapula.domain.Summary;

/** The words of the summary for a health professional: {@code rules/advice/summary.yml}. */
record SummaryWords(Summary.Words words) {

    private static final String FILE = "rules/advice/summary.yml";

    private static final Set<String> NAMES = Set.of(
            "title",
            "notice",
            "when",
            "began",
            "answered",
            "about",
            "about-self",
            "about-other",
            "anonymous",
            "level",
            "by",
            "unfinished",
            "told",
            "crisis",
            "flags",
            "found",
            "unsure",
            "denied",
            "finding",
            "quote",
            "at",
            "message",
            "ticked",
            "unanswered",
            "not-answered",
            "not-asked",
            "because",
            "sources",
            "made-by",
            "program",
            "rules",
            "models",
            "nothing",
            "card-emergency",
            "card-urgent",
            "card-soon-three-days",
            "card-soon-two-weeks",
            "card-self-care",
            "card-not-checked",
            "card-crisis",
            "card-notice",
            "card-open",
            "card-link");

    /** @param check ids of the questions of the check */
    static SummaryWords read(
            Folder folder, Map<String, Question> questions, List<String> check, List<Mistake> mistakes) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<Level, String> by = new EnumMap<>(Level.class);
        Map<String, String> topics = new LinkedHashMap<>();
        Yaml.open(folder, FILE, mistakes).ifPresent(yaml -> {
            readTexts(yaml, texts);
            readBy(yaml, by);
            readTopics(yaml, topics, questions, check);
        });
        return new SummaryWords(new Summary.Words(texts, by, topics));
    }

    private static void readTexts(Yaml yaml, Map<String, String> texts) {
        section(yaml, "words").ifPresent(part -> {
            part.parts().forEach((name, text) -> {
                texts.put(name, part.text(name));
                if (!NAMES.contains(name)) {
                    text.mistake("the summary has no place for \"" + name + "\".");
                }
            });
            NAMES.stream()
                    .filter(name -> !texts.containsKey(name))
                    .sorted()
                    .forEach(name -> part.mistake("the words \"" + name + "\" are missing."));
        });
    }

    private static void readBy(Yaml yaml, Map<Level, String> by) {
        section(yaml, "by").ifPresent(part -> {
            part.parts()
                    .forEach((name, text) -> Level.named(name)
                            .ifPresentOrElse(
                                    level -> by.put(level, part.text(name)),
                                    () -> text.mistake("there is no level \"" + name + "\".")));
            for (Level level : Level.values()) {
                if (!by.containsKey(level)) {
                    part.mistake("the level \"" + level.ruleName() + "\" has no words.");
                }
            }
        });
    }

    private static void readTopics(
            Yaml yaml, Map<String, String> topics, Map<String, Question> questions, List<String> check) {
        section(yaml, "topics").ifPresent(part -> {
            part.parts().forEach((id, text) -> {
                topics.put(id, part.text(id));
                if (!questions.containsKey(id)) {
                    text.mistake("there is no question \"" + id + "\".");
                }
            });
            check.stream()
                    .filter(id -> !topics.containsKey(id))
                    .forEach(id -> part.mistake("the question \"" + id + "\" has no topic."));
        });
    }

    private static Optional<Yaml> section(Yaml yaml, String name) {
        Optional<Yaml> part = yaml.part(name);
        if (part.isEmpty()) {
            yaml.mistake("\"" + name + "\" is missing.");
        }
        return part;
    }
}

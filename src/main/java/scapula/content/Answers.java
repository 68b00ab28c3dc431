package scapula.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.content.Words.Place;
import scapula.domain.Answer;
import scapula.domain.Mistake;

/** The answers: Markdown files below {@code rules/} that begin with a small header. */
record Answers(Map<String, Answer> byId, Map<String, Place> places, List<Mistake> overdue) {

    private static final String FENCE = "---\n";

    /** Reads every answer; one whose review date is missing or before {@code today} is overdue. */
    static Answers read(Folder folder, LocalDate today, List<Mistake> mistakes, List<Mistake> overdue) {
        Answers answers = new Answers(new LinkedHashMap<>(), new LinkedHashMap<>(), overdue);
        for (String file : folder.list("rules", ".md")) {
            if (!file.endsWith("README.md")) {
                answers.readOne(file, folder.text(file).replace("\r\n", "\n"), today, mistakes);
            }
        }
        return answers;
    }

    private void readOne(String file, String text, LocalDate today, List<Mistake> mistakes) {
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            mistakes.add(new Mistake(file, 1, "the header between two lines of \"---\" is missing."));
            return;
        }
        String body = text.substring(end + 1 + FENCE.length()).strip();
        Optional<Yaml> header = Yaml.read(file, 2, text.substring(FENCE.length(), end + 1), mistakes);
        header.ifPresent(yaml -> readHeader(file, yaml, body, today));
    }

    private void readHeader(String file, Yaml header, String body, LocalDate today) {
        String id = header.text("id");
        if (body.isEmpty()) {
            header.mistake("the answer \"" + id + "\" has no words.");
        }
        Words.checkPlaceholders(header, header.text("safety") + body);
        LocalDate reviewed = date(file, header, "reviewed").orElse(null);
        date(file, header, "review-by")
                .filter(due -> due.isBefore(today))
                .ifPresent(due -> overdue.add(new Mistake(
                        file, header.line(), "the answer \"" + id + "\" was to be reviewed by " + due + ".")));
        List<String> sources = header.texts("sources");
        if (sources.isEmpty()) {
            header.mistake("the answer \"" + id + "\" has no sources.");
        }
        Place earlier = places.putIfAbsent(id, new Place(file, header.line()));
        if (earlier != null) {
            header.mistake("\"" + id + "\" already has words, in " + earlier.file() + ".");
        }
        byId.put(id, new Answer(id, header.text("title"), header.text("safety"), body, sources, reviewed));
    }

    private Optional<LocalDate> date(String file, Yaml header, String part) {
        String written = header.part(part).map(Yaml::text).orElse("");
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException notADate) {
            String says = written.isEmpty() ? "\"" + part + "\" is missing." : "\"" + written + "\" is not a date.";
            overdue.add(new Mistake(file, header.line(), says));
            return Optional.empty();
        }
    }
}

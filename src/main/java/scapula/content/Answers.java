package scapula.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import scapula.content.Content.Review;
import scapula.content.Words.Place;
import scapula.domain.Answer;
import scapula.domain.Mistake;
import scapula.domain.Picture;

/** The answers: Markdown files below {@code rules/} that begin with a small header. */
record Answers(
        Map<String, Answer> byId, Map<String, Place> places, Map<String, Picture> pictures, List<Review> reviews) {

    private static final String FENCE = "---\n";
    private static final String MORE = "\n***\n";
    private static final String PICTURES = "rules/pictures.yml";
    private static final int MOST_WORDS = 120;
    private static final double HIGHEST_GRADE = 6;

    static Answers read(Folder folder, List<Mistake> mistakes) {
        Answers answers =
                new Answers(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        Yaml.open(folder, PICTURES, mistakes).ifPresent(answers::readPictures);
        for (String file : folder.list("rules", ".md")) {
            if (!file.endsWith("README.md")) {
                answers.readOne(file, folder.text(file).replace("\r\n", "\n"), mistakes);
            }
        }
        return answers;
    }

    private void readPictures(Yaml yaml) {
        yaml.parts().forEach((id, part) -> pictures.put(id, new Picture(id, part.text("title"), part.text("text"))));
    }

    private void readOne(String file, String text, List<Mistake> mistakes) {
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            mistakes.add(new Mistake(file, 1, "the header between two lines of \"---\" is missing."));
            return;
        }
        String body = text.substring(end + 1 + FENCE.length()).strip();
        Optional<Yaml> header = Yaml.read(file, 2, text.substring(FENCE.length(), end + 1), mistakes);
        header.ifPresent(yaml -> readHeader(file, yaml, body));
    }

    private void readHeader(String file, Yaml header, String body) {
        String id = header.text("id");
        if (body.isEmpty()) {
            header.mistake("the answer \"" + id + "\" has no words.");
        }
        Words.checkPlaceholders(header, header.text("safety") + body);
        LocalDate reviewed = date(file, header, "reviewed").orElse(null);
        date(file, header, "review-by")
                .ifPresent(due ->
                        review(due, file, header, "the answer \"" + id + "\" was to be reviewed by " + due + "."));
        List<String> sources = header.texts("sources");
        if (sources.isEmpty()) {
            header.mistake("the answer \"" + id + "\" has no sources.");
        }
        Place earlier = places.putIfAbsent(id, new Place(file, header.line()));
        if (earlier != null) {
            header.mistake("\"" + id + "\" already has words, in " + earlier.file() + ".");
        }
        int cut = body.indexOf(MORE);
        String first = cut < 0 ? body : body.substring(0, cut).strip();
        String more = cut < 0 ? "" : body.substring(cut + MORE.length()).strip();
        checkLength(header, first);
        List.of(first, more).forEach(text -> checkGrade(header, text));
        byId.put(
                id,
                new Answer(
                        id,
                        header.text("title"),
                        header.text("safety"),
                        first,
                        more,
                        shown(header),
                        sources,
                        reviewed));
    }

    private static void checkLength(Yaml header, String text) {
        int words = Readability.of(text).words();
        if (words > MOST_WORDS) {
            header.mistake("the answer \"" + header.text("id") + "\" has " + words + " words; " + MOST_WORDS
                    + " are the most. What else is worth telling stands after a line of ***.");
        }
    }

    private static void checkGrade(Yaml header, String text) {
        double grade = Readability.of(text).grade();
        if (grade > HIGHEST_GRADE) {
            header.mistake(String.format(
                    Locale.ROOT,
                    "the answer \"%s\" reads at grade %.1f; %.0f is the most. Use shorter sentences and words.",
                    header.text("id"),
                    grade,
                    HIGHEST_GRADE));
        }
    }

    private List<Picture> shown(Yaml header) {
        List<String> ids = header.texts("pictures");
        ids.stream()
                .filter(id -> !pictures.containsKey(id))
                .forEach(id -> header.mistake("there is no picture \"" + id + "\" in " + PICTURES + "."));
        return ids.stream().filter(pictures::containsKey).map(pictures::get).toList();
    }

    private Optional<LocalDate> date(String file, Yaml header, String part) {
        String written = header.part(part).map(Yaml::text).orElse("");
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException notADate) {
            String says = written.isEmpty() ? "\"" + part + "\" is missing." : "\"" + written + "\" is not a date.";
            review(LocalDate.MIN, file, header, says);
            return Optional.empty();
        }
    }

    private void review(LocalDate due, String file, Yaml header, String says) {
        reviews.add(new Review(due, new Mistake(file, header.line(), says)));
    }
}

package scapula.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scapula.domain.Advice;
import scapula.domain.Answer;
import scapula.domain.ContentProblem;
import scapula.domain.Guide;
import scapula.domain.Likenesses;
import scapula.domain.Mistake;
import scapula.domain.Numerals;
import scapula.domain.Question;
import scapula.domain.Region;
import scapula.domain.RuleText;
import scapula.domain.Source;
import scapula.domain.Summary;
import scapula.domain.Wordings;
import scapula.domain.WrittenRule;

/**
 * Everything an editor can change, read and checked together.
 *
 * @param wordings how people say things
 * @param examples the example messages of each intent
 * @param orders the questions of the check in order, by the sign that tells how a person arrives
 * @param advice the words of results
 * @param summary the words of the summary for a health professional
 * @param guide the words of the page that shows the rules
 * @param written the rules as they are written
 * @param languages example messages of each language, by its ISO 639-1 code
 * @param otherLanguages what is said, in that language, to a message in another than English
 * @param reviews of answers, each told at start once it is due, an error in the tests
 * @param rulesVersion SHA-256 of what is below {@code rules/}
 * @param modelsVersion SHA-256 of what is below {@code models/}
 */
public record Content(
        Wordings wordings,
        Map<String, List<String>> examples,
        List<RuleText> rules,
        Map<String, Answer> answers,
        Map<String, String> remarks,
        Map<String, Question> questions,
        Map<String, List<String>> orders,
        Advice advice,
        Summary.Words summary,
        Guide.Words guide,
        List<WrittenRule> written,
        Map<String, Source> sources,
        Map<String, Region> regions,
        Map<String, List<String>> languages,
        Map<String, String> otherLanguages,
        List<Review> reviews,
        String rulesVersion,
        String modelsVersion) {

    /**
     * A review of an answer.
     *
     * @param due the last day for it; before all days where the answer does not tell
     * @param says what is wrong after that
     */
    public record Review(LocalDate due, Mistake says) {}

    /** The order that names every question of the check. */
    private static final String CHECK = "usual";

    /**
     * Reads {@code rules/} and {@code models/} below a folder.
     *
     * @throws ContentProblem naming every mistake, if there is any
     */
    public static Content open(Path root) {
        Folder folder = new Folder(root);
        List<Mistake> mistakes = new ArrayList<>();
        Vocabulary vocabulary = Vocabulary.read(folder, mistakes);
        Patterns patterns = Patterns.read(folder, mistakes);
        Numerals numerals = Measures.read(folder, vocabulary, mistakes);
        Likenesses likenesses = Likely.read(folder, vocabulary, mistakes);
        Intents intents = Intents.read(folder, mistakes);
        Words words = Words.read(folder, mistakes);
        Answers answers = Answers.read(folder, mistakes);
        Rules rules = Rules.read(folder, mistakes);
        Advices advices = Advices.read(folder, mistakes);
        SummaryWords summary =
                SummaryWords.read(folder, words.questions(), words.orders().getOrDefault(CHECK, List.of()), mistakes);
        GuideWords guide = GuideWords.read(folder, rules.rules(), vocabulary.slots(), mistakes);
        new Agreement(vocabulary, patterns, intents, words, answers, advices, rules).check(mistakes);
        if (!mistakes.isEmpty()) {
            throw new ContentProblem(mistakes);
        }
        return new Content(
                new Wordings(vocabulary.tokens(), patterns.all(), numerals, likenesses, vocabulary.context()),
                intents.examples(),
                rules.texts(),
                answers.byId(),
                words.remarks(),
                words.questions(),
                words.orders(),
                advices.advice(),
                summary.words(),
                guide.words(),
                List.copyOf(rules.rules()),
                words.sources(),
                words.regions(),
                Intents.readLanguages(folder, mistakes),
                words.languages(),
                answers.reviews(),
                folder.hash("rules", List.of(".drl", ".yml", ".md")),
                folder.hash("models", List.of(".txt", ".yml", ".tsv", ".bin")));
    }

    /**
     * Reads what {@link #write} wrote, which was checked then.
     *
     * @throws IllegalStateException where that was another edition of the program
     */
    public static Content read(InputStream in) throws IOException {
        return Unpacking.read(Content.class, in);
    }

    /** Writes all of it, to be read faster than the files that it came from. */
    public void write(OutputStream out) throws IOException {
        Packing.write(this, out);
    }

    /** Answers whose review date is missing or past. */
    public List<Mistake> overdue(LocalDate today) {
        return reviews.stream()
                .filter(review -> review.due().isBefore(today))
                .map(Review::says)
                .toList();
    }

    /** Ids of all questions of the check. */
    public List<String> check() {
        return orders.getOrDefault(CHECK, List.of());
    }
}

package scapula.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import scapula.domain.Answer;
import scapula.domain.Block;
import scapula.domain.Decision;
import scapula.domain.Intent;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Region;
import scapula.domain.Reply;
import scapula.domain.Reply.Shown;
import scapula.domain.Token;

/** Puts a decision into the editors' words, for the region. */
public final class Phrasebook {

    private final Map<String, Answer> answers;
    private final Map<String, String> remarks;
    private final Map<String, String> otherLanguages;
    private final Map<String, Question> questions;
    private final Map<String, Token> tokens;

    /**
     * All words that can be said.
     *
     * @param otherLanguages what is said to a message in another language, by its ISO 639-1 code
     */
    public Phrasebook(
            Map<String, Answer> answers,
            Map<String, String> remarks,
            Map<String, String> otherLanguages,
            Map<String, Question> questions,
            List<Token> tokens) {
        this.answers = answers;
        this.remarks = remarks;
        this.otherLanguages = otherLanguages;
        this.questions = questions;
        this.tokens = tokens.stream().collect(Collectors.toMap(Token::id, token -> token));
    }

    /**
     * The decision in words.
     *
     * @param language of the message, by its ISO 639-1 code
     */
    public Reply say(Decision decision, String language, Region region) {
        List<Block> lead = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (String id : decision.told()) {
            if (answers.containsKey(id)) {
                shown.add(show(answers.get(id), region));
            } else {
                String words = id.equals(Intent.OTHER_LANGUAGE) ? otherLanguages.get(language) : remarks.get(id);
                lead.addAll(Markdown.blocks(fill(words, region)));
            }
        }
        Optional<Question> question = decision.asked().map(id -> question(id, region));
        return new Reply(text(lead, shown, question, region), lead, shown, question, region);
    }

    private Question question(String id, Region region) {
        if (!id.startsWith(Question.MAKES_SURE)) {
            return questions.get(id);
        }
        String token = id.substring(Question.MAKES_SURE.length());
        Question words = questions.get(Question.MAKES_SURE.replace(".", ""));
        String text = fill(words.text().replace("{question}", tokens.get(token).question()), region);
        List<Option> options = words.options().stream()
                .map(option -> new Option(
                        option.id(),
                        option.label(),
                        option.message(),
                        option.words(),
                        option.sets().isEmpty() ? List.of() : List.of(token)))
                .toList();
        return new Question(id, text, false, options);
    }

    /** The safety line comes first, then what was asked. */
    private static Shown show(Answer answer, Region region) {
        String markdown = fill("> " + answer.safety() + "\n\n" + answer.body(), region);
        return new Shown(answer, markdown, Markdown.blocks(markdown));
    }

    private static String fill(String words, Region region) {
        return words.replace("{number}", region.number())
                .replace("{call}", region.call())
                .replace("{today}", region.today())
                .replace("{crisis}", region.crisis());
    }

    private static String text(List<Block> lead, List<Shown> shown, Optional<Question> question, Region region) {
        List<String> parts = new ArrayList<>();
        parts.add(Markdown.plain(lead));
        shown.forEach(answer -> parts.add(Markdown.plain(answer.blocks())));
        question.ifPresent(asked -> parts.add(text(asked)));
        parts.add(region.line());
        parts.removeIf(String::isEmpty);
        return String.join("\n\n", parts);
    }

    private static String text(Question question) {
        List<String> lines = new ArrayList<>();
        lines.add(question.text());
        question.options().forEach(option -> lines.add("- " + option.label()));
        return String.join("\n", lines);
    }
}

package scapula.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Answer;
import scapula.domain.Block;
import scapula.domain.Decision;
import scapula.domain.Question;
import scapula.domain.Region;
import scapula.domain.Reply;
import scapula.domain.Reply.Shown;

/** Puts a decision into the editors' words, for the region. */
public final class Phrasebook {

    private final Map<String, Answer> answers;
    private final Map<String, String> remarks;
    private final Map<String, Question> questions;

    public Phrasebook(Map<String, Answer> answers, Map<String, String> remarks, Map<String, Question> questions) {
        this.answers = answers;
        this.remarks = remarks;
        this.questions = questions;
    }

    public Reply say(Decision decision, Region region) {
        List<Block> lead = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (String id : decision.told()) {
            if (answers.containsKey(id)) {
                shown.add(show(answers.get(id), region));
            } else {
                lead.addAll(Markdown.blocks(fill(remarks.get(id), region)));
            }
        }
        Optional<Question> question = decision.asked().map(questions::get);
        return new Reply(text(lead, shown, question, region), lead, shown, question, region);
    }

    /** The safety line comes first, then what was asked. */
    private static Shown show(Answer answer, Region region) {
        String markdown = fill("> " + answer.safety() + "\n\n" + answer.body(), region);
        return new Shown(answer, markdown, Markdown.blocks(markdown));
    }

    private static String fill(String words, Region region) {
        return words.replace("{call}", region.call())
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

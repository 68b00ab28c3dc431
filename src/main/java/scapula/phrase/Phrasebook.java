package scapula.phrase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Advice;
import scapula.domain.Answer;
import scapula.domain.Block;
import scapula.domain.Card;
import scapula.domain.Decision;
import scapula.domain.Decision.Asked;
import scapula.domain.Decision.Change;
import scapula.domain.Decision.Manner;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.Intent;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Question.Option;
import scapula.domain.Region;
import scapula.domain.Remembered;
import scapula.domain.Reply;
import scapula.domain.Reply.Outlook;
import scapula.domain.Reply.Shown;
import scapula.domain.Token;

/** Puts a decision into the editors' words, for the region. */
public final class Phrasebook {

    /** All words that can be said. */
    public record Words(
            Map<String, Answer> answers,
            Map<String, String> remarks,
            Map<String, String> otherLanguages,
            Map<String, Question> questions,
            Advice advice,
            List<Token> tokens) {}

    /**
     * Whom the words are said to.
     *
     * @param language of the message, by its ISO 639-1 code
     * @param aboutOther whether they write for somebody else
     * @param returned whether they come back after a while
     * @param isFirst whether the check begins now
     * @param known what is known of the patient
     */
    public record Listener(
            String language,
            boolean aboutOther,
            boolean returned,
            boolean isFirst,
            List<Finding> known,
            Region region,
            LocalDate today) {}

    /** The most answers that are kept as they were shown, one for each region that asks. */
    private static final int KEPT = 256;

    private record Wanted(Answer answer, Region region) {}

    private final Words words;
    private final Remembered<Wanted, Shown> shown =
            new Remembered<>(KEPT, wanted -> show(wanted.answer, wanted.region));
    private final Map<String, Token> tokens;
    private final Cards cards;

    public Phrasebook(Words words) {
        this.words = words;
        this.tokens = words.tokens().stream().collect(Collectors.toMap(Token::id, token -> token));
        this.cards = new Cards(words.advice(), words.questions());
    }

    /** The decision in words. */
    public Reply say(Decision decision, Listener listener) {
        Region region = listener.region();
        List<Block> lead = new ArrayList<>();
        List<Shown> answers = new ArrayList<>();
        for (String id : decision.told()) {
            if (words.answers().containsKey(id)) {
                answers.add(shown.of(new Wanted(words.answers().get(id), region)));
            } else {
                lead.addAll(Markdown.blocks(region.fill(remark(id, listener.language()))));
            }
        }
        decision.asked()
                .filter(asked -> lead.isEmpty() || asked.manner() != Manner.AGAIN)
                .flatMap(this::opening)
                .ifPresent(opening -> lead.addAll(Markdown.blocks(region.fill(opening))));
        Optional<Question> question = decision.asked().map(asked -> question(asked, listener));
        List<Card> framed = cards.of(decision, question, listener.known(), region, listener.today());
        List<Outlook> outlooks =
                decision.wouldChange().stream().map(this::outlook).toList();
        String told = told(framed, lead, answers);
        String asked = question.map(this::asked).orElse("");
        return new Reply(
                paragraphs(told, lines(asked, question.map(Phrasebook::options).orElse("")), region.line()),
                told,
                asked,
                framed,
                lead,
                answers,
                decision.related().stream().map(words.answers()::get).toList(),
                question,
                outlooks,
                region);
    }

    private String remark(String id, String language) {
        return id.equals(Intent.OTHER_LANGUAGE)
                ? words.otherLanguages().get(language)
                : words.remarks().get(id);
    }

    /** What is said before a question, by how it is put. */
    private Optional<String> opening(Asked asked) {
        boolean isOfDanger = Question.isOfDanger(asked.id());
        String phrase = switch (asked.manner()) {
            case AGAIN -> isOfDanger ? "danger-again" : "again";
            case WHICH_OF_THEM -> "which-of-them";
            case FIRST, STILL, MAKING_SURE_OF_NO -> "";
        };
        return Optional.ofNullable(words.advice().phrases().get(phrase));
    }

    /** What is said below the first question of the check. */
    private Question begun(Question question, Listener listener) {
        String phrase = listener.returned() ? "returned" : listener.isFirst() ? "begins" : "";
        return question.isOfCheck() && !phrase.isEmpty()
                ? question.noting(words.advice().phrases().get(phrase).strip())
                : question;
    }

    private Question question(Asked asked, Listener listener) {
        Question question = asked.id().startsWith(Question.MAKES_SURE)
                ? makingSure(asked.id(), listener.region())
                : words.questions().get(asked.id());
        Question put = (listener.aboutOther() ? question.aboutOther() : question).filled(listener.region());
        Question said = switch (asked.manner()) {
            case FIRST -> begun(put, listener);
            case STILL -> put;
            case AGAIN, WHICH_OF_THEM -> put.kind() == Kind.SUGGESTIONS ? put : put.saying(put.again());
            case MAKING_SURE_OF_NO -> confirming(put);
        };
        return put.kind() == Kind.SUGGESTIONS
                ? said
                : said.because(asked.why()
                        .map(rule -> rule + ".")
                        .orElseGet(
                                () -> words.advice().phrases().get("why-which").strip()));
    }

    /** The list again, where yes now means "no to all of them". */
    private Question confirming(Question list) {
        List<String> yes = words.questions().get(Question.MAKES_SURE.replace(".", "")).options().stream()
                .filter(option -> option.id().equals(Intent.YES))
                .flatMap(option -> option.words().stream())
                .collect(Collectors.toList());
        yes.add(Intent.YES);
        return list.saying(words.advice().phrases().get("no-to-all"))
                .offering(list.options().stream()
                        .map(option -> option.id().equals(Question.NONE) ? option.alsoSaid(yes) : option)
                        .toList());
    }

    private Question makingSure(String id, Region region) {
        String token = id.substring(Question.MAKES_SURE.length());
        Question frame = words.questions().get(Question.MAKES_SURE.replace(".", ""));
        String text =
                region.fill(frame.text().replace("{question}", tokens.get(token).question()));
        List<Option> options = frame.options().stream()
                .map(option -> option.sets().isEmpty() ? option : option.setting(List.of(token)))
                .toList();
        return frame.called(id).saying(text).offering(options);
    }

    private Outlook outlook(Change change) {
        boolean present = change.finding() instanceof Present;
        Token token = tokens.get(change.finding().token());
        String text = words.advice()
                .phrases()
                .get(present ? "with" : "without")
                .replace("{finding}", token.label())
                .replace("{level}", words.advice().levels().get(change.level()).name());
        return new Outlook(change.finding(), token.label(), change.level(), text);
    }

    /** The safety line comes first, then what was asked. */
    static Shown show(Answer answer, Region region) {
        String first = region.fill("> " + answer.safety() + "\n\n" + answer.body());
        String more = region.fill(answer.more());
        String all = more.isEmpty() ? first : first + "\n\n" + more;
        return new Shown(answer, all, Markdown.blocks(first), Markdown.blocks(more));
    }

    private static String told(List<Card> cards, List<Block> lead, List<Shown> shown) {
        List<String> parts = new ArrayList<>();
        cards.forEach(card -> {
            parts.add(card.urgency().isEmpty() ? card.heading() : card.urgency() + ": " + card.heading());
            parts.add(Markdown.plain(card.blocks()));
        });
        parts.add(Markdown.plain(lead));
        shown.forEach(answer -> {
            parts.add(Markdown.plain(answer.blocks()));
            parts.add(Markdown.plain(answer.more()));
        });
        return paragraphs(parts.toArray(String[]::new));
    }

    /** Who reads it as plain text has no boxes to tick. */
    private String asked(Question question) {
        String several = question.kind() == Kind.MANY ? words.advice().phrases().get("several") : "";
        return lines(question.text(), question.note(), several);
    }

    private static String options(Question question) {
        return question.options().stream().map(option -> "- " + option.label()).collect(Collectors.joining("\n"));
    }

    private static String paragraphs(String... parts) {
        return joined("\n\n", parts);
    }

    private static String lines(String... lines) {
        return joined("\n", lines);
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}

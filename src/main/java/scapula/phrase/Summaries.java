package scapula.phrase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Advice.Flag;
import scapula.domain.Advice.OfLevel;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Level;
import scapula.domain.Made;
import scapula.domain.Question;
import scapula.domain.Quote;
import scapula.domain.Reason;
import scapula.domain.Source;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;
import scapula.domain.Summary.Open;
import scapula.domain.Summary.Outcome;
import scapula.domain.Token;
import scapula.domain.Turn;
import scapula.domain.WrittenRule;

/** Sums up a conversation for a health professional. */
public final class Summaries {

    /** Slots of tokens that tell what a question is about, and nothing of the patient. */
    private static final Set<String> NOT_OF_PATIENT = Set.of("topic", "plan", "none");

    private static final String UNPRINTABLE = "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final Summary.Words words;
    private final Phrasebook.Words phrases;
    private final List<String> check;
    private final Map<String, Source> sources;
    private final Made made;
    private final Map<String, Token> tokens;
    private final Map<String, WrittenRule> rules;

    /**
     * Sums up in these words.
     *
     * @param check ids of the questions of the check
     * @param rules as they are written, for what each concludes
     */
    public Summaries(
            Summary.Words words,
            Phrasebook.Words phrases,
            List<String> check,
            Map<String, Source> sources,
            List<WrittenRule> rules,
            Made made) {
        this.words = words;
        this.phrases = phrases;
        this.check = check;
        this.sources = sources;
        this.made = made;
        this.tokens = phrases.tokens().stream().collect(Collectors.toMap(Token::id, token -> token));
        this.rules = rules.stream().collect(Collectors.toMap(WrittenRule::name, rule -> rule));
    }

    /** The summary of a conversation that has at least one turn. */
    public Summary of(Conversation conversation) {
        Grounds grounds = Grounds.of(conversation);
        Unknown unknown = Unknown.of(conversation);
        List<Reason> because = grounds.because(rules);
        return new Summary(
                conversation.id(),
                conversation.turns().size(),
                time(conversation.turns().get(0)),
                time(conversation.lastTurn()),
                conversation.isAboutOther(),
                outcome(conversation, grounds),
                items(conversation),
                unknown.notAnswered().stream().map(this::open).toList(),
                unknown.notAsked(check)
                        .map(phrases.questions()::get)
                        .map(this::open)
                        .toList(),
                because,
                sources(because),
                made,
                words.texts());
    }

    private List<Item> items(Conversation conversation) {
        return conversation.findings().stream()
                .filter(finding -> !NOT_OF_PATIENT.contains(finding.slot()))
                .map(finding -> item(finding, conversation))
                .toList();
    }

    private List<Source> sources(List<Reason> because) {
        return because.stream()
                .flatMap(reason -> reason.sources().stream())
                .distinct()
                .sorted()
                .filter(sources::containsKey)
                .map(sources::get)
                .toList();
    }

    private Outcome outcome(Conversation conversation, Grounds grounds) {
        Turn last = conversation.lastTurn();
        Level level = conversation.level();
        OfLevel said = phrases.advice().levels().get(level);
        Map<String, Flag> flags = new LinkedHashMap<>();
        grounds.flags().stream()
                .filter(phrases.advice().flags()::containsKey)
                .forEach(id -> flags.put(id, phrases.advice().flags().get(id)));
        return new Outcome(
                level,
                said.urgency(),
                said.name(),
                words.by().get(level),
                grounds.told(),
                last.decision().triage().crisis(),
                last.reply().question().isPresent() && last.isOfCheck(),
                flags);
    }

    private Item item(Finding finding, Conversation conversation) {
        Optional<Token> token = Optional.ofNullable(tokens.get(finding.token()));
        Quote quote = finding.quote();
        return new Item(
                finding,
                token.map(Token::label).orElse(finding.token()),
                token.map(known -> known.label(finding)).orElse(finding.token()),
                quote.isTyped() ? quote.text().replaceAll(UNPRINTABLE, "\uFFFD") : "",
                quote.turn(),
                time(conversation.turns().get(quote.turn() - 1)));
    }

    private Open open(Question question) {
        return new Open(question.id(), words.topics().getOrDefault(question.id(), question.text()));
    }

    private static Instant time(Turn turn) {
        return turn.at().truncatedTo(ChronoUnit.SECONDS);
    }
}

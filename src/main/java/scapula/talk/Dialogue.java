package scapula.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import scapula.decide.Counsel;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.Made;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.NextBest;
import scapula.domain.Region;
import scapula.domain.Turn;
import scapula.domain.WhyNot;
import scapula.phrase.Phrasebook;
import scapula.phrase.Phrasebook.Listener;
import scapula.understand.Reader;

/** One turn: understand, decide, phrase, in that order. */
public final class Dialogue {

    private static final String REGION = "region";

    private final Reader reader;
    private final Counsel counsel;
    private final Phrasebook phrases;
    private final Map<String, Region> regions;
    private final Made made;

    /**
     * Talks with these parts.
     *
     * @param regions by their id, so that a person who says where they are is told the right numbers
     * @param made the versions of all this
     */
    public Dialogue(Reader reader, Counsel counsel, Phrasebook phrases, Map<String, Region> regions, Made made) {
        this.reader = reader;
        this.counsel = counsel;
        this.phrases = phrases;
        this.regions = regions;
        this.made = made;
    }

    /** Answers a message; the conversation itself is left as it was. */
    public Turn reply(Conversation before, String messageId, Instant now, Message message) {
        Meaning meaning = reader.read(message, before.pending(), before.nextTurn());
        return reply(before, messageId, now, message, meaning);
    }

    /** Answers messages one after the other, as if all were sent now. */
    Conversation play(Conversation begun, Instant now, List<String> said) {
        Conversation played = begun;
        for (String words : said) {
            Message message = heard(played, words);
            played = played.after(reply(played, UUID.randomUUID().toString(), now, message));
        }
        return played;
    }

    /**
     * Reads texts that nobody was asked for, one after the other: none of them answers a question that another one raises,
     * as the "none" of a form would deny every danger. The last question stays open.
     */
    Conversation read(Conversation begun, Instant now, List<String> texts) {
        Conversation read = begun;
        for (String words : texts) {
            boolean isLast = read.nextTurn() == texts.size();
            Turn turn = reply(read, UUID.randomUUID().toString(), now, new Message(words, List.of()));
            read = read.after(isLast ? turn : turn.unasked());
        }
        return read;
    }

    /** What a client means that has no ids for options, and says what stands on them. */
    static Message heard(Conversation before, String words) {
        return before.pending()
                .flatMap(question -> question.saidBy(words))
                .map(option -> new Message(option.message(), List.of(option.id())))
                .orElseGet(() -> new Message(words, List.of()));
    }

    /** Answers a person who corrects what was understood. */
    public Turn correct(Conversation before, String messageId, Instant now, Finding finding) {
        Meaning meaning = Meaning.correction(finding.in(before.nextTurn()), before.isAboutOther());
        return reply(before, messageId, now, new Message("", List.of()), meaning);
    }

    /** Why a rule does not speak in a conversation; empty where there is no rule of that name. */
    public Optional<WhyNot> whyNot(Conversation conversation, String rule) {
        return counsel.whyNot(conversation, rule);
    }

    /** What the last message of a conversation nearly led to. */
    NextBest nextBest(Conversation conversation) {
        return counsel.nextBest(conversation);
    }

    private Turn reply(Conversation before, String messageId, Instant now, Message message, Meaning meaning) {
        boolean returned = before.isLeftSince(now);
        Decision decision = counsel.decide(before, meaning, returned);
        Listener listener = new Listener(
                meaning.language(),
                meaning.aboutOther() || before.isAboutOther(),
                returned,
                before.turns().stream().noneMatch(Turn::isOfCheck),
                before.with(meaning, returned).findings(),
                region(meaning).orElse(before.region()),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new Turn(messageId, now, returned, message, meaning, decision, phrases.say(decision, listener), made);
    }

    /** Where the person says they are. */
    private Optional<Region> region(Meaning meaning) {
        return meaning.findings().stream()
                .filter(finding -> finding instanceof Present && finding.slot().equals(REGION))
                .map(finding -> finding.token().substring(REGION.length() + 1).toUpperCase(Locale.ROOT))
                .map(regions::get)
                .filter(Objects::nonNull)
                .findFirst();
    }
}

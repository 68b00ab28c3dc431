package scapula.talk;

import java.util.List;
import scapula.decide.RuleBook;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Finding;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.Reply;
import scapula.domain.Turn;
import scapula.phrase.Phrasebook;
import scapula.understand.Reader;

/** One turn: understand, decide, phrase, in that order. */
public final class Dialogue {

    private final Reader reader;
    private final RuleBook rules;
    private final Phrasebook phrases;

    public Dialogue(Reader reader, RuleBook rules, Phrasebook phrases) {
        this.reader = reader;
        this.rules = rules;
        this.phrases = phrases;
    }

    /** Answers a message; the conversation itself is left as it was. */
    public Turn reply(Conversation before, String messageId, Message message) {
        return reply(before, messageId, message, reader.read(message, before.pending(), before.nextTurn()));
    }

    /** Answers a person who corrects what was understood. */
    public Turn correct(Conversation before, String messageId, Finding finding) {
        Meaning meaning = Meaning.correction(finding.in(before.nextTurn()), before.isAboutOther());
        return reply(before, messageId, new Message("", List.of()), meaning);
    }

    private Turn reply(Conversation before, String messageId, Message message, Meaning meaning) {
        Decision decision = rules.decide(meaning, before.findingsFor(meaning));
        Reply reply = phrases.say(decision, meaning.language(), before.region());
        return new Turn(messageId, message, meaning, decision, reply);
    }
}

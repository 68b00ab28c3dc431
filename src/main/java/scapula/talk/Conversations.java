package scapula.talk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Region;
import scapula.domain.Turn;
import scapula.domain.WhyNot;
import scapula.store.ConversationStore;

/** Who is talking: finds or starts the conversation, takes one message at a time, and answers none of them twice. */
public final class Conversations {

    /** Why a message cannot be taken. */
    public enum Refusal {
        NO_SUCH_CONVERSATION,
        STILL_ANSWERING,
        MESSAGE_ID_TAKEN,
        NO_SUCH_OPTION,
        NO_SUCH_FINDING,
        NO_SUCH_TURN,
        NO_SUCH_RULE
    }

    /** A message that cannot be taken; the conversation is as it was before. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final Refusal why;

        Refused(Refusal why) {
            super(why.name());
            this.why = why;
        }

        public Refusal why() {
            return why;
        }
    }

    /** Begins the ids of conversations that a channel names; no id of our own does. */
    private static final String NAMED = "as-";

    private final Dialogue dialogue;
    private final ConversationStore store;
    private final Region usual;
    private final InstantSource clock;

    /** @param usual the region of a person who names none */
    public Conversations(Dialogue dialogue, ConversationStore store, Region usual, InstantSource clock) {
        this.dialogue = dialogue;
        this.store = store;
        this.usual = usual;
        this.clock = clock;
    }

    /**
     * Answers one message.
     *
     * @param conversationId of an earlier reply; empty starts a new conversation
     * @param messageId the client's own; the same one again gives the first reply again
     * @param region changes the region from here on
     * @return the conversation up to and with the answered message
     */
    public Conversation say(
            Optional<String> conversationId, Optional<String> messageId, Optional<Region> region, Message message)
            throws Refused {
        String id = messageId.orElseGet(() -> UUID.randomUUID().toString());
        if (conversationId.isEmpty()) {
            return answer(store.start(region.orElse(usual)), id, message);
        }
        return holding(conversationId.get(), before -> {
            Optional<Conversation> answered = before.asOf(id);
            return answered.isPresent()
                    ? sameMessage(answered.get(), message)
                    : answer(region.map(before::in).orElse(before), id, message);
        });
    }

    /**
     * Answers words in the conversation that a channel knows by a name of its own, and begins it where there is none: of
     * two first messages at the same time one begins it, and the other is refused. No other call finds it, since a name
     * may be guessed.
     *
     * @param words what was typed, or just what an option of the open question says, which is then tapped
     * @param region changes the region from here on
     */
    public Conversation sayAs(String name, Optional<Region> region, String words) throws Refused {
        String id = NAMED + name;
        return holding(id, () -> {
            Conversation before = store.find(id).orElseGet(() -> new Conversation(id, usual, List.of()));
            Conversation here = region.map(before::in).orElse(before);
            return answer(here, UUID.randomUUID().toString(), Dialogue.heard(here, words));
        });
    }

    /** Forgets the conversation that a channel knows by this name, if there is one. */
    public void eraseAs(String name) throws Refused {
        holding(NAMED + name, () -> {
            store.erase(NAMED + name);
            return name;
        });
    }

    /** Plays a conversation of at least one message from its beginning; nothing of it is kept. */
    public Conversation play(Optional<Region> region, List<String> said) {
        return dialogue.play(store.start(region.orElse(usual)), clock.instant(), said);
    }

    /** What texts of a record lead to that nobody was asked for, at least one; nothing of it is kept. */
    public Conversation read(Optional<Region> region, List<String> texts) {
        return dialogue.read(store.start(region.orElse(usual)), clock.instant(), texts);
    }

    /**
     * Puts right one finding that was understood wrongly.
     *
     * @return the conversation with the answer to it
     */
    public Conversation correct(String conversationId, Finding finding) throws Refused {
        return holding(conversationId, before -> {
            if (before.findings().stream().noneMatch(known -> known.token().equals(finding.token()))) {
                throw new Refused(Refusal.NO_SUCH_FINDING);
            }
            return keep(before, dialogue.correct(before, UUID.randomUUID().toString(), clock.instant(), finding));
        });
    }

    /**
     * Puts another message in place of an earlier one, and plays what came after it again.
     *
     * @param turn the one that it was said in, from 1
     */
    public Replay change(String conversationId, int turn, Message message) throws Refused {
        return holding(conversationId, before -> {
            List<Turn> turns = before.turns();
            if (turn < 1 || turn > turns.size() || turns.get(turn - 1).isCorrection()) {
                throw new Refused(Refusal.NO_SUCH_TURN);
            }
            List<Option> tapped = tapped(before.upTo(turn - 1).pending(), message.chosen());
            Replay replay = Replay.of(dialogue, before, turn, spoken(message, tapped));
            store.keep(replay.conversation());
            return replay;
        });
    }

    /** Forgets a conversation and all that came of it. */
    public void erase(String id) throws Refused {
        holding(id, before -> {
            store.erase(id);
            return before;
        });
    }

    /** Why a rule does not speak in a conversation, or that it does. */
    public WhyNot whyNot(String conversationId, String rule) throws Refused {
        return dialogue.whyNot(find(conversationId), rule).orElseThrow(() -> new Refused(Refusal.NO_SUCH_RULE));
    }

    /** A conversation as it stands. */
    public Conversation find(String id) throws Refused {
        Optional<Conversation> found = id.startsWith(NAMED) ? Optional.empty() : store.find(id);
        return found.orElseThrow(() -> new Refused(Refusal.NO_SUCH_CONVERSATION));
    }

    private interface Answering<T> {
        T to(Conversation before) throws Refused;
    }

    private interface Doing<T> {
        T done() throws Refused;
    }

    /** Takes a conversation for one message, so that no other is answered meanwhile. */
    private <T> T holding(String id, Answering<T> answering) throws Refused {
        return holding(id, () -> answering.to(find(id)));
    }

    private <T> T holding(String id, Doing<T> doing) throws Refused {
        if (!store.hold(id)) {
            throw new Refused(Refusal.STILL_ANSWERING);
        }
        try {
            return doing.done();
        } finally {
            store.release(id);
        }
    }

    private static Conversation sameMessage(Conversation answered, Message message) throws Refused {
        Message first = answered.lastTurn().message();
        boolean sameText = message.text().isEmpty() || message.text().equals(first.text());
        if (!sameText || !message.chosen().equals(first.chosen())) {
            throw new Refused(Refusal.MESSAGE_ID_TAKEN);
        }
        return answered;
    }

    private Conversation answer(Conversation before, String messageId, Message message) throws Refused {
        List<Option> tapped = tapped(before.pending(), message.chosen());
        return keep(before, dialogue.reply(before, messageId, clock.instant(), spoken(message, tapped)));
    }

    private Conversation keep(Conversation before, Turn turn) {
        Conversation after = before.after(turn);
        store.keep(after);
        return after;
    }

    private static List<Option> tapped(Optional<Question> pending, List<String> chosen) throws Refused {
        List<Option> tapped = pending.map(Question::options).orElse(List.of()).stream()
                .filter(option -> chosen.contains(option.id()))
                .toList();
        if (tapped.size() < Set.copyOf(chosen).size()) {
            throw new Refused(Refusal.NO_SUCH_OPTION);
        }
        return tapped;
    }

    /** What is said by tapping alone: the messages of the options stand for it. */
    private static Message spoken(Message message, List<Option> tapped) {
        if (!message.text().isEmpty()) {
            return message;
        }
        String said = tapped.stream().map(Option::message).collect(Collectors.joining(", "));
        return new Message(said, message.chosen());
    }
}

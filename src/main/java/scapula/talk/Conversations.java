package scapula.talk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Message;
import scapula.domain.NextBest;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Region;
import scapula.domain.Turn;
import scapula.domain.WhyNot;
import scapula.store.ConversationStore;
import scapula.store.ConversationStore.Hold;
import scapula.talk.Refused.Refusal;

/** Who is talking: finds or starts the conversation, takes one message at a time, and answers none of them twice. */
public final class Conversations {

    /** More than anybody has to say; each message is weighed with all before it. */
    private static final int MOST_TURNS = 200;

    /** What the ids look like that are given here; nothing else is ever looked for. */
    private static final String ID = "[0-9a-f]{32}";

    /** Begins the ids of conversations that a channel names, so that they never look like those. */
    private static final String NAMED = "as-";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Dialogue dialogue;
    private final ConversationStore store;
    private final Region usual;
    private final InstantSource clock;
    private final Answered answered;

    /** Is told of each turn that was kept, and how long it took. */
    public interface Answered {
        void answered(Turn turn, Duration took);
    }

    /**
     * Keeps conversations there.
     *
     * @param usual the region of a person who names none
     */
    public Conversations(
            Dialogue dialogue, ConversationStore store, Region usual, InstantSource clock, Answered answered) {
        this.dialogue = dialogue;
        this.store = store;
        this.usual = usual;
        this.clock = clock;
        this.answered = answered;
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
            Conversation begun = nothingYet(region);
            try (Hold hold = hold(begun.id())) {
                return answer(hold, begun, id, message);
            }
        }
        try (Hold hold = hold(conversationId.get())) {
            Conversation before = known(hold);
            Optional<Conversation> earlier = before.asOf(id);
            return earlier.isPresent()
                    ? sameMessage(earlier.get(), message)
                    : answer(hold, region.map(before::in).orElse(before), id, message);
        }
    }

    /** Its id is 128 random bits, which nobody can guess: they are all that it takes to read a conversation. */
    private Conversation nothingYet(Optional<Region> region) {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new Conversation(HexFormat.of().formatHex(bits), region.orElse(usual), List.of());
    }

    /**
     * Answers words in the conversation that a channel knows by a name of its own, and begins it where there is none: of
     * two first messages at the same time one begins it, and the other waits or is refused. No other call finds it, since
     * a name may be guessed.
     *
     * @param words what was typed, or just what an option of the open question says, which is then tapped
     * @param region changes the region from here on
     */
    public Conversation sayAs(String name, Optional<Region> region, String words) throws Refused {
        String id = NAMED + name;
        try (Hold hold = taken(id)) {
            Conversation before = hold.conversation().orElseGet(() -> new Conversation(id, usual, List.of()));
            Conversation here = region.map(before::in).orElse(before);
            return answer(hold, here, UUID.randomUUID().toString(), Dialogue.heard(here, words));
        }
    }

    /** Forgets the conversation that a channel knows by this name, if there is one. */
    public void eraseAs(String name) throws Refused {
        try (Hold hold = taken(NAMED + name)) {
            hold.erase();
        }
    }

    /** Plays a conversation of at least one message from its beginning; nothing of it is kept. */
    public Conversation play(Optional<Region> region, List<String> said) {
        return dialogue.play(nothingYet(region), clock.instant(), said);
    }

    /** What texts of a record lead to that nobody was asked for, at least one; nothing of it is kept. */
    public Conversation read(Optional<Region> region, List<String> texts) {
        return dialogue.read(nothingYet(region), clock.instant(), texts);
    }

    /**
     * Puts right one finding that was understood wrongly.
     *
     * @return the conversation with the answer to it
     */
    public Conversation correct(String conversationId, Finding finding) throws Refused {
        try (Hold hold = hold(conversationId)) {
            Conversation before = known(hold);
            if (before.findings().stream().noneMatch(known -> known.token().equals(finding.token()))) {
                throw new Refused(Refusal.NO_SUCH_FINDING);
            }
            Turn turn = dialogue.correct(before, UUID.randomUUID().toString(), clock.instant(), finding);
            return keep(hold, before.after(turn));
        }
    }

    /**
     * Puts another message in place of an earlier one, and plays what came after it again.
     *
     * @param turn the one that it was said in, from 1
     */
    public Replay change(String conversationId, int turn, Message message) throws Refused {
        try (Hold hold = hold(conversationId)) {
            Conversation before = known(hold);
            List<Turn> turns = before.turns();
            if (turn < 1 || turn > turns.size() || turns.get(turn - 1).isCorrection()) {
                throw new Refused(Refusal.NO_SUCH_TURN);
            }
            List<Option> tapped = tapped(before.upTo(turn - 1).pending(), message.chosen());
            Replay replay = Replay.of(dialogue, before, turn, spoken(message, tapped));
            keep(hold, replay.conversation());
            return replay;
        }
    }

    /** Forgets a conversation and all that came of it. */
    public void erase(String id) throws Refused {
        try (Hold hold = hold(id)) {
            known(hold);
            hold.erase();
        }
    }

    /** Why a rule does not speak in a conversation, or that it does. */
    public WhyNot whyNot(String conversationId, String rule) throws Refused {
        return dialogue.whyNot(find(conversationId), rule).orElseThrow(() -> new Refused(Refusal.NO_SUCH_RULE));
    }

    /** What the last message of a conversation nearly led to. */
    public NextBest nextBest(Conversation conversation) {
        return dialogue.nextBest(conversation);
    }

    /** A conversation as it stands. */
    public Conversation find(String id) throws Refused {
        Optional<Conversation> found = id.matches(ID) ? store.find(id) : Optional.empty();
        return found.orElseThrow(() -> new Refused(Refusal.NO_SUCH_CONVERSATION));
    }

    /** Takes a conversation for one message, so that no other is answered meanwhile. */
    private Hold hold(String id) throws Refused {
        if (!id.matches(ID)) {
            throw new Refused(Refusal.NO_SUCH_CONVERSATION);
        }
        return taken(id);
    }

    private Hold taken(String id) throws Refused {
        return store.hold(id).orElseThrow(() -> new Refused(Refusal.STILL_ANSWERING));
    }

    private static Conversation known(Hold hold) throws Refused {
        return hold.conversation().orElseThrow(() -> new Refused(Refusal.NO_SUCH_CONVERSATION));
    }

    private static Conversation sameMessage(Conversation earlier, Message message) throws Refused {
        Message first = earlier.lastTurn().message();
        boolean sameText = message.text().isEmpty() || message.text().equals(first.text());
        if (!sameText || !message.chosen().equals(first.chosen())) {
            throw new Refused(Refusal.MESSAGE_ID_TAKEN);
        }
        return earlier;
    }

    private Conversation answer(Hold hold, Conversation before, String messageId, Message message) throws Refused {
        if (before.turns().size() >= MOST_TURNS) {
            throw new Refused(Refusal.TOO_LONG);
        }
        long began = System.nanoTime();
        List<Option> tapped = tapped(before.pending(), message.chosen());
        Turn turn = dialogue.reply(before, messageId, clock.instant(), spoken(message, tapped));
        Conversation after = keep(hold, before.after(turn));
        answered.answered(turn, Duration.ofNanos(System.nanoTime() - began));
        return after;
    }

    private static Conversation keep(Hold hold, Conversation after) {
        hold.keep(after);
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

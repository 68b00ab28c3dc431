package scapula.talk;

/** A message that cannot be taken; the conversation is as it was before. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be taken. */
    public enum Refusal {
        NO_SUCH_CONVERSATION,
        STILL_ANSWERING,
        MESSAGE_ID_TAKEN,
        NO_SUCH_OPTION,
        NO_SUCH_FINDING,
        NO_SUCH_TURN,
        NO_SUCH_RULE,
        TOO_LONG
    }

    private final Refusal why;

    Refused(Refusal why) {
        super(why.name());
        this.why = why;
    }

    public Refusal why() {
        return why;
    }
}

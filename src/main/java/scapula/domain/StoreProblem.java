package scapula.domain;

/** The store could not do what it was asked, and has changed nothing. Its message holds nothing that was typed. */
public final class StoreProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** The database does not answer, is full, or failed in between: the same may work in a moment. */
        AWAY,
        /** The conversation was begun by somebody else at the same moment. */
        OVERTAKEN,
        /** What is kept of this conversation cannot be read by this program. */
        UNREADABLE
    }

    private final Kind kind;

    public StoreProblem(Kind kind, Throwable cause) {
        super(kind + ": " + cause.getClass().getSimpleName());
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

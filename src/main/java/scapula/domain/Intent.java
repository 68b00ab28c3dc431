package scapula.domain;

/** What the person wants to know, and how sure the reading is (0 to 1). */
public record Intent(String id, double confidence) {

    /** The intent of a message that resembles nothing the model was taught. */
    public static final String UNCLEAR = "unclear";

    /** The intent of a message about something else than the upper back. */
    public static final String OUT_OF_SCOPE = "out-of-scope";
}

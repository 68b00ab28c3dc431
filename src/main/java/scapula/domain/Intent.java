package scapula.domain;

/** What the person wants to know, and how sure the reading is (0 to 1). */
public record Intent(String id, double confidence) {

    /** The intent of a message that resembles nothing the model was taught. */
    public static final String UNCLEAR = "unclear";
}

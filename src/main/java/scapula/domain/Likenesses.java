package scapula.domain;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the near reader compares with.
 *
 * @param vectors the file of word vectors
 * @param known wordings of dangers, and harmless ones that look like them
 */
public record Likenesses(ByteBuffer vectors, List<Known> known) {

    /** The token of a wording that says nothing alarming. */
    public static final String HARMLESS = "harmless";

    /** A wording of a token, or of {@link #HARMLESS}. */
    public record Known(String token, String wording) {}
}

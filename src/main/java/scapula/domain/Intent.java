package scapula.domain;

import java.util.List;
import java.util.Set;

/**
 * What the person wants to know.
 *
 * @param confidence how sure the reading is, 0 to 1
 * @param question which question of the message it is read from, counted from 1
 * @param because the words that spoke for it, the weightiest first
 */
public record Intent(String id, double confidence, int question, List<String> because) {

    /** The intent of a message that resembles nothing the model was taught. */
    public static final String UNCLEAR = "unclear";

    /** The intent of a message about something else than the upper back. */
    public static final String OUT_OF_SCOPE = "out-of-scope";

    /** The intent of a message that is not in English; the remark of the same name is in its language. */
    public static final String OTHER_LANGUAGE = "other-language";

    /** The intent of a message that puts right what was understood before. */
    public static final String CORRECTION = "correction";

    /** The intent of a person who says yes, to whatever was asked. */
    public static final String YES = "yes";

    /** The intent of a person who says no, to whatever was asked. */
    public static final String NO = "no";

    /** The intent of a person who says that none of it is so. */
    public static final String NONE_OF_THESE = "none-of-these";

    /** The intent of a person who cannot tell. */
    public static final String NOT_SURE = "not-sure";

    /** The intent of a person who does not want to be asked. */
    public static final String REFUSE = "refuse";

    /** The intent of a person who thanks. */
    public static final String THANKS = "thanks";

    /** The intent of a person who takes their leave. */
    public static final String BYE = "bye";

    private static final Set<String> REPLIES = Set.of(YES, NO, NONE_OF_THESE, NOT_SURE, REFUSE);

    private static final Set<String> COURTESIES = Set.of(THANKS, BYE);

    /** Whether it can answer a question of whatever kind. */
    public boolean isReply() {
        return REPLIES.contains(id);
    }

    /** Whether it is thanks or a farewell. */
    public boolean isCourtesy() {
        return COURTESIES.contains(id);
    }
}

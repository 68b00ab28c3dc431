package scapula.domain;

import java.util.List;

/**
 * A framed piece of a reply that says what to do.
 *
 * @param kind a level's name on the wire; or crisis; or ask, for what to do if a danger that is asked about is there
 * @param urgency in words, so that colour is never needed; empty for {@link #ASK}
 * @param heading one action
 */
public record Card(String kind, String urgency, String heading, List<Block> blocks) {

    public static final String ASK = "ask";
    public static final String CRISIS = "crisis";
}

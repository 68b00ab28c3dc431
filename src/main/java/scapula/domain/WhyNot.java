package scapula.domain;

import java.util.List;

/**
 * Why a rule does not speak in a conversation, or that it does.
 *
 * @param fired whether it speaks
 * @param conditions what it asks for, in its own words
 * @param needs findings of which any one would make it speak
 */
public record WhyNot(String rule, boolean fired, List<Held> conditions, List<Finding> needs) {

    /** One condition as it is written, and whether it is met. */
    public record Held(String condition, boolean holds) {}
}

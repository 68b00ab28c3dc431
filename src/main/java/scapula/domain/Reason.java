package scapula.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * A rule that led to what was decided.
 *
 * @param rule its name, a whole sentence
 * @param sources ids of the pages it rests on
 * @param facts the tokens and intents it matched
 */
public record Reason(String rule, List<String> sources, List<String> facts) {

    /** The same rule, having matched what another match of it did too. */
    public Reason and(Reason other) {
        return new Reason(
                rule,
                sources,
                Stream.concat(facts.stream(), other.facts.stream()).distinct().toList());
    }
}

package scapula.domain;

import java.util.List;

/**
 * A rule that led to what was decided.
 *
 * @param rule its name, a whole sentence
 * @param sources ids of the pages it rests on
 * @param facts the tokens and intents it matched
 */
public record Reason(String rule, List<String> sources, List<String> facts) {}

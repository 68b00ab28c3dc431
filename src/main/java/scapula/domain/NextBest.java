package scapula.domain;

import java.util.List;

/**
 * What the last message of a conversation nearly led to.
 *
 * @param higher the rules that came nearest to a higher level
 * @param answers the rules that came nearest to another answer; those that speak were outweighed
 */
public record NextBest(List<WhyNot> higher, List<WhyNot> answers) {}

package scapula.domain;

import java.util.List;
import java.util.Optional;

/**
 * What to say to one message.
 *
 * @param told ids of answers and remarks, in the order in which they are said
 * @param asked id of the question that follows
 * @param because the rules that led here, in the order of what they led to
 */
public record Decision(List<String> told, Optional<String> asked, List<Reason> because) {}

package scapula.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of a person when the rules weigh it.
 *
 * @param findings one for each token
 * @param chosen every answer to a question so far
 * @param doubts dangers that words came near to and that were not asked about yet
 * @param put the questions that were put so far
 * @param missed how often each question was left without an answer
 * @param reached the level that was reached before
 */
public record Case(
        List<Finding> findings,
        List<Chosen> chosen,
        List<Doubt> doubts,
        Situation situation,
        Set<String> put,
        Map<String, Integer> missed,
        Level reached) {

    private static final int ENOUGH = 2;

    /** The same case with these findings, each in place of what was known of its token. */
    public Case with(List<? extends Finding> more) {
        List<Finding> together = new ArrayList<>(findings);
        for (Finding finding : more) {
            together.removeIf(known -> known.token().equals(finding.token()));
            together.add(finding);
        }
        return new Case(List.copyOf(together), chosen, doubts, situation, put, missed, reached);
    }

    /** The same case as if nothing were known of these tokens. */
    public Case without(Set<String> tokens) {
        List<Finding> left = findings.stream()
                .filter(finding -> !tokens.contains(finding.token()))
                .toList();
        return new Case(left, chosen, doubts, situation, put, missed, reached);
    }

    /** The same case with one more answer. */
    public Case answering(Chosen answer) {
        List<Chosen> together = new ArrayList<>(chosen);
        together.add(answer);
        return new Case(findings, List.copyOf(together), doubts, situation, put, missed, reached);
    }

    /** The same case with a question once more left without an answer. */
    public Case missing(String question) {
        Map<String, Integer> more = new HashMap<>(missed);
        more.merge(question, 1, Integer::sum);
        return new Case(findings, chosen, doubts, situation, put, more, reached);
    }

    /** The same case of a person who is in pain or unwell. */
    public Case complaining() {
        Situation ill = new Situation(true, situation.aboutOther(), situation.change());
        return new Case(findings, chosen, doubts, ill, put, missed, reached);
    }

    public boolean isAnswered(String question) {
        return chosen.stream().anyMatch(answer -> answer.question().equals(question));
    }

    /** Whether asking once more would be no use. */
    public boolean isGivenUp(String question) {
        return missed.getOrDefault(question, 0) >= ENOUGH;
    }

    /** Whether the person wants no more questions. */
    public boolean isRefused() {
        return chosen.stream().filter(Chosen::isRefusal).count() >= ENOUGH;
    }
}

package scapula.decide;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import scapula.domain.Conclusion.Tell;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.WrittenRule;

/**
 * Which answers lie near each other: those whose rules look at the same place, activity, feeling or question. What few
 * answers look at counts for more than what many do.
 *
 * @param traits what the rules of each answer look at
 * @param weights how much it counts to share a trait
 */
record Kinship(Map<String, Set<String>> traits, Map<String, Double> weights) {

    private static final int MOST = 3;
    private static final Set<String> LOOKED_AT = Set.of("Intent", "Present", "Sign");

    static Kinship of(List<WrittenRule> rules) {
        Map<String, Set<String>> traits = new TreeMap<>();
        rules.stream()
                .filter(rule -> rule.verb().equals(Tell.class.getSimpleName()))
                .forEach(rule -> traits.computeIfAbsent(rule.says().get(0), id -> new TreeSet<>())
                        .addAll(traits(rule)));
        Map<String, Integer> shared = new HashMap<>();
        traits.values().forEach(each -> each.forEach(trait -> shared.merge(trait, 1, Integer::sum)));
        return new Kinship(
                traits,
                shared.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> Math.log((double) traits.size() / entry.getValue()))));
    }

    private static Set<String> traits(WrittenRule rule) {
        return rule.conditions().stream()
                .filter(condition -> !condition.negated() && LOOKED_AT.contains(condition.type()))
                .flatMap(condition -> condition.wanted().stream())
                .collect(Collectors.toSet());
    }

    /**
     * The answers that lie nearest to what is told, the nearest first, without those that were told before; none where no
     * answer is told.
     *
     * @param told ids of what is told now
     * @param findings what the person spoke of
     */
    List<String> near(List<String> told, List<Finding> findings, Conversation before) {
        if (told.stream().noneMatch(traits::containsKey)) {
            return List.of();
        }
        Set<String> known = new HashSet<>(told);
        before.turns().forEach(turn -> known.addAll(turn.decision().told()));
        Map<String, Double> nearness = nearness(told, findings);
        return traits.keySet().stream()
                .filter(id -> !known.contains(id) && nearness.get(id) > 0)
                .sorted(Comparator.comparing((String id) -> nearness.get(id)).reversed())
                .limit(MOST)
                .toList();
    }

    private Map<String, Double> nearness(List<String> told, List<Finding> findings) {
        Set<String> here = findings.stream()
                .filter(Present.class::isInstance)
                .map(Finding::token)
                .collect(Collectors.toCollection(HashSet::new));
        told.forEach(id -> here.addAll(traits.getOrDefault(id, Set.of())));
        Map<String, Double> nearness = new HashMap<>();
        traits.forEach((id, theirs) -> nearness.put(
                id,
                theirs.stream().filter(here::contains).mapToDouble(weights::get).sum()));
        return nearness;
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Clear;
import scapula.domain.Doubt;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Intent;
import scapula.domain.Quote;
import scapula.domain.Situation;
import scapula.domain.WrittenRule;
import scapula.domain.WrittenRule.Condition;

/** Reads the rules themselves: what they use, whether each can speak, and whether any two contradict each other. */
public final class Survey {

    /**
     * What was found.
     *
     * @param verbs how many rules conclude with each verb
     * @param tokens tokens that rules look at
     * @param mute rules that do not speak in any state made for them
     * @param contradictions rules of one red flag that ask for the same and advise differently
     */
    public record Report(Map<String, Long> verbs, Set<String> tokens, List<String> mute, List<String> contradictions) {}

    /** Of several ways to make a rule speak so many are tried. */
    private static final int TRIES = 8;

    private static final Quote TOLD = Quote.tapped(1);

    private final RuleBook rules;
    private final List<WrittenRule> written;

    public Survey(RuleBook rules, List<WrittenRule> written) {
        this.rules = rules;
        this.written = written;
    }

    /** Reads all rules, and tries each in states made for it. */
    public Report report() {
        Map<String, Long> verbs =
                written.stream().collect(Collectors.groupingBy(WrittenRule::verb, TreeMap::new, Collectors.counting()));
        Set<String> tokens = written.stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.names().stream())
                .filter(name -> name.contains(":"))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> mute = written.stream()
                .filter(rule -> !canSpeak(rule))
                .map(WrittenRule::name)
                .toList();
        return new Report(verbs, tokens, mute, contradictions());
    }

    private boolean canSpeak(WrittenRule rule) {
        for (int nth = 0; nth < TRIES; nth++) {
            Set<Object> facts = new HashSet<>();
            facts.add(situation(rule));
            collect(rule, nth, facts, new HashSet<>());
            if (rules.weigh(facts).hasFired(rule.name())) {
                return true;
            }
        }
        return false;
    }

    /** Facts that meet the conditions of a rule, the nth of the names that each would do with. */
    private void collect(WrittenRule rule, int nth, Set<Object> facts, Set<String> signs) {
        rule.conditions().stream().filter(condition -> !condition.negated()).forEach(condition -> {
            List<String> names = condition.names();
            String name = names.isEmpty() ? "" : names.get(nth % names.size());
            if (condition.type().equals("Sign")) {
                concluding(name, nth, signs).forEach(behind -> collect(behind, nth, facts, signs));
            } else {
                fact(condition, name).forEach(facts::add);
            }
        });
    }

    private Stream<WrittenRule> concluding(String sign, int nth, Set<String> signs) {
        List<WrittenRule> concluding = written.stream()
                .filter(rule -> rule.verb().equals("Sign") && rule.says().get(0).equals(sign))
                .toList();
        return signs.add(sign) ? Stream.of(concluding.get(nth % concluding.size())) : Stream.empty();
    }

    private static Stream<Object> fact(Condition condition, String name) {
        return switch (condition.type()) {
            case "Present", "Finding" -> Stream.of(new Present(token(name), TOLD));
            case "Absent" -> Stream.of(new Absent(token(name), TOLD));
            case "Unsure" -> Stream.of(new Unsure(token(name), TOLD));
            case "Clear" -> Stream.of(new Clear(name));
            case "Intent" -> Stream.of(new Intent(name, sureness(condition), 1, List.of()));
            case "Doubt" -> Stream.of(new Doubt("assoc:fever", condition.text().contains("< 1") ? 0.8 : 1));
            case "Chosen" -> chosen(condition);
            default -> Stream.empty();
        };
    }

    /** Sure of it, unless the rule is one for a guess. */
    private static double sureness(Condition intent) {
        return intent.tests().stream()
                        .anyMatch(test -> test.field().equals("confidence")
                                && test.relation().startsWith("<"))
                ? 0
                : 1;
    }

    private static Stream<Object> chosen(Condition condition) {
        String question = condition.names().get(0);
        String option = condition.names().get(condition.names().size() - 1);
        return Stream.of(new Chosen(question, option));
    }

    private static String token(String name) {
        return name.contains(":") ? name : name + ":any";
    }

    /** The situation that a rule asks for; one of a person in pain, where it asks for none. */
    private static Situation situation(WrittenRule rule) {
        String text = rule.conditions().stream().map(Condition::text).collect(Collectors.joining(" "));
        String change = Stream.of("higher", "lower", "first")
                .filter(one -> text.contains("change == \"" + one + "\""))
                .findFirst()
                .orElse("same");
        return new Situation(!text.contains("complains == false"), text.contains("aboutOther == true"), change);
    }

    private List<String> contradictions() {
        List<String> contradictions = new ArrayList<>();
        Map<Set<String>, WrittenRule> first = new HashMap<>();
        for (WrittenRule rule : written) {
            if (rule.verb().equals("Advise")) {
                Set<String> asked =
                        rule.conditions().stream().map(Condition::text).collect(Collectors.toCollection(TreeSet::new));
                asked.add(rule.says().get(1));
                WrittenRule earlier = first.putIfAbsent(asked, rule);
                if (earlier != null && !earlier.says().equals(rule.says())) {
                    contradictions.add(earlier.name() + " / " + rule.name());
                }
            }
        }
        return contradictions;
    }
}

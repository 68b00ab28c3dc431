package scapula.decide;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import scapula.domain.Conclusion.Sign;
import scapula.domain.WrittenRule;

/** The files of rules, each after those whose signs it builds on; where two build on each other, by name. */
final class SheetOrder {

    private static final String SIGN = Sign.class.getSimpleName();

    private final Map<String, Set<String>> concludedIn = new LinkedHashMap<>();
    private final Map<String, Set<String>> builtOn = new TreeMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private final Set<String> ordered = new LinkedHashSet<>();

    private SheetOrder(List<WrittenRule> rules) {
        for (WrittenRule rule : rules) {
            Set<String> signs = builtOn.computeIfAbsent(rule.file(), file -> new TreeSet<>());
            rule.conditions().stream()
                    .filter(condition -> condition.type().equals(SIGN))
                    .forEach(condition -> signs.addAll(condition.names()));
            if (rule.verb().equals(SIGN)) {
                concludedIn
                        .computeIfAbsent(rule.says().get(0), sign -> new TreeSet<>())
                        .add(rule.file());
            }
        }
    }

    static List<String> of(List<WrittenRule> rules) {
        SheetOrder order = new SheetOrder(rules);
        order.builtOn.keySet().forEach(order::place);
        return List.copyOf(order.ordered);
    }

    private void place(String file) {
        if (begun.add(file)) {
            builtOn.get(file).stream()
                    .flatMap(sign -> concludedIn.getOrDefault(sign, Set.of()).stream())
                    .forEach(this::place);
            ordered.add(file);
        }
    }
}

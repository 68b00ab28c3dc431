package scapula.phrase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Card;
import scapula.domain.Conversation;
import scapula.domain.Level;
import scapula.domain.Reason;
import scapula.domain.Turn;
import scapula.domain.WrittenRule;

/**
 * What the level of a conversation rests on.
 *
 * @param turns the one in which it was reached, and every result since
 */
record Grounds(List<Turn> turns) {

    private static final Set<String> LEVELS = Set.of("Advise", "Caution");
    private static final String SIGN = "Sign";

    /** A rule that the level was told by, and that the editors have taken out since, is still why it was told. */
    private static final String NO_LONGER_WRITTEN = "Advise";

    static Grounds of(Conversation conversation) {
        List<Turn> turns = conversation.turns();
        int first = turns.size() - 1;
        while (first > 0
                && turns.get(first).meaning().takenBack().isEmpty()
                && level(turns.get(first - 1)) == level(turns.get(first))) {
            first--;
        }
        List<Turn> settling = new ArrayList<>(List.of(turns.get(first)));
        turns.subList(first + 1, turns.size()).stream()
                .filter(turn -> turn.decision().triage().isResult())
                .forEach(settling::add);
        return new Grounds(List.copyOf(settling));
    }

    private static Level level(Turn turn) {
        return turn.decision().triage().level();
    }

    /** The ids of the red flags. */
    List<String> flags() {
        return turns.stream()
                .flatMap(turn -> turn.decision().triage().flags().stream())
                .distinct()
                .toList();
    }

    /** The heading under which the level was told last; empty where it was not. */
    String told() {
        return turns.stream()
                .flatMap(turn -> turn.reply().cards().stream()
                        .filter(card -> card.kind().equals(level(turn).wire())))
                .map(Card::heading)
                .reduce("", (earlier, later) -> later);
    }

    /**
     * The rules that concluded a level, and those behind the signs that they rest on; not what led to an answer.
     *
     * @param rules as they are written, by name
     */
    List<Reason> because(Map<String, WrittenRule> rules) {
        Map<String, Reason> levels = new LinkedHashMap<>();
        Map<String, Reason> signs = new LinkedHashMap<>();
        for (Turn turn : turns) {
            for (Reason reason : turn.decision().because()) {
                String verb = Optional.ofNullable(rules.get(reason.rule()))
                        .map(WrittenRule::verb)
                        .orElse(NO_LONGER_WRITTEN);
                if (LEVELS.contains(verb)) {
                    levels.putIfAbsent(reason.rule(), reason);
                } else if (verb.equals(SIGN)) {
                    signs.putIfAbsent(reason.rule(), reason);
                }
            }
        }
        Set<String> facts = levels.values().stream()
                .flatMap(reason -> reason.facts().stream())
                .collect(Collectors.toSet());
        Stream<Reason> behind = signs.values().stream().filter(sign -> facts.containsAll(sign.facts()));
        return Stream.concat(levels.values().stream(), behind).toList();
    }
}

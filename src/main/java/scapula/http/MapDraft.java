package scapula.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import scapula.domain.PlainRule;
import scapula.domain.Thing;
import scapula.domain.Thing.Kind;

/** The things and lines of a map, as they are found rule by rule. */
final class MapDraft {

    static final int FINDINGS = 0;
    static final int SIGNS = 1;
    static final int FOLLOWS = 2;

    /**
     * A thing on the map.
     *
     * @param level that rules give with it; empty where there is none
     */
    record Node(int column, Thing thing, String level) {}

    /** Two things that a rule connects. */
    record Link(Node from, Node to) {}

    private final Map<Node, Integer> nodes = new LinkedHashMap<>();
    private final Map<Link, Boolean> lines = new LinkedHashMap<>();

    /** Draws all that a rule needs towards what it concludes. */
    void draw(PlainRule rule, boolean thick) {
        connect(rule, need -> true, usual(rule), thick);
    }

    /** Draws only this thing towards what a rule concludes; from a sign to a column of its own. */
    void follow(Thing thing, PlainRule rule, boolean thick) {
        if (rule.needs().anyMatch(thing::is)) {
            connect(rule, thing::is, thing.kind() == Kind.SIGN ? FOLLOWS : usual(rule), thick);
        }
    }

    /** Draws a rule as far as both ends are on the map already. */
    void join(PlainRule rule) {
        connect(rule, need -> nodes.containsKey(new Node(FINDINGS, need, "")), usual(rule), false);
    }

    private static int usual(PlainRule rule) {
        return rule.concludes().kind() == Kind.SIGN ? SIGNS : FOLLOWS;
    }

    private void connect(PlainRule rule, Predicate<Thing> only, int column, boolean thick) {
        List<Thing> needs = rule.needs().filter(only).toList();
        if (needs.isEmpty() && !thick) {
            return;
        }
        Node to = new Node(column, rule.concludes(), rule.level());
        nodes.merge(to, 1, Integer::sum);
        for (Thing need : needs) {
            Node from = new Node(need.kind() == Kind.SIGN && column == FOLLOWS ? SIGNS : FINDINGS, need, "");
            nodes.merge(from, 1, Integer::sum);
            lines.merge(new Link(from, to), thick, Boolean::logicalOr);
        }
    }

    /** The things, and for how many rules each is drawn. */
    Map<Node, Integer> nodes() {
        return nodes;
    }

    /** The lines, and whether each is thick. */
    Map<Link, Boolean> lines() {
        return lines;
    }

    List<Node> in(int column) {
        return nodes.keySet().stream().filter(node -> node.column() == column).collect(Collectors.toList());
    }

    boolean isThick(Node node) {
        return lines.entrySet().stream()
                .anyMatch(line -> line.getValue()
                        && (line.getKey().from().equals(node)
                                || line.getKey().to().equals(node)));
    }
}

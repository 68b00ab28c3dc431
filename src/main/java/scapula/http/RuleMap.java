package scapula.http;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scapula.domain.Guide;
import scapula.domain.Level;
import scapula.domain.PlainRule;
import scapula.domain.Thing;
import scapula.domain.Thing.Kind;
import scapula.http.MapDraft.Node;

/**
 * What lies around one rule or thing: findings, the signs that they lead to, and what follows.
 *
 * @param lines from one column to a later one
 */
record RuleMap(Column findings, Column signs, Column follows, List<Line> lines) {

    /** Most things that a column shows. */
    private static final int MOST = 14;

    /** @param more how many things there are besides the ones that are shown */
    record Column(List<Node> nodes, int more) {}

    /** A connection; thick where it belongs to what the map is of. */
    record Line(Node from, Node to, boolean thick) {}

    /** The map of a rule, with what its signs rest on, or with what follows from the sign that it concludes. */
    static RuleMap of(PlainRule rule, Guide guide) {
        MapDraft draft = new MapDraft();
        draft.draw(rule, true);
        Thing concluded = rule.concludes();
        if (concluded.kind() == Kind.SIGN) {
            guide.lookingAt(concluded).forEach(next -> draft.follow(concluded, next, false));
        } else {
            rule.needs()
                    .filter(need -> need.kind() == Kind.SIGN)
                    .flatMap(guide::leadingTo)
                    .forEach(behind -> draft.draw(behind, false));
        }
        return drawn(draft);
    }

    /** The map of a thing: the rules that lead to it, or those that it leads to; of a sign both. */
    static RuleMap of(Thing thing, Guide guide) {
        MapDraft draft = new MapDraft();
        guide.leadingTo(thing).forEach(rule -> draft.draw(rule, true));
        if (thing.kind() == Kind.SIGN || draft.nodes().isEmpty()) {
            guide.lookingAt(thing).forEach(rule -> draft.follow(thing, rule, true));
        }
        draft.in(MapDraft.SIGNS).stream()
                .map(Node::thing)
                .flatMap(guide::leadingTo)
                .forEach(draft::join);
        return drawn(draft);
    }

    private static RuleMap drawn(MapDraft draft) {
        Column follows = column(draft, MapDraft.FOLLOWS);
        Column signs = column(draft, MapDraft.SIGNS);
        Column findings = column(draft, MapDraft.FINDINGS);
        follows.nodes().sort(comparing(RuleMap::height).reversed());
        List<Line> lines = draft.lines().entrySet().stream()
                .map(line -> new Line(line.getKey().from(), line.getKey().to(), line.getValue()))
                .filter(line -> List.of(findings, signs).stream()
                        .anyMatch(column -> column.nodes().contains(line.from())))
                .filter(line -> List.of(signs, follows).stream()
                        .anyMatch(column -> column.nodes().contains(line.to())))
                .toList();
        signs.nodes().sort(comparing(sign -> middle(sign, lines, follows)));
        findings.nodes().sort(comparing(finding -> middle(finding, lines, signs)));
        return new RuleMap(findings, signs, follows, lines);
    }

    /** What belongs to thick lines first, then what most rules share. */
    private static Column column(MapDraft draft, int column) {
        Comparator<Node> weight = comparing((Node node) -> !draft.isThick(node))
                .thenComparing(node -> -draft.nodes().get(node));
        List<Node> all = draft.in(column);
        all.sort(weight);
        int more = Math.max(0, all.size() - MOST);
        return new Column(new ArrayList<>(all.subList(0, all.size() - more)), more);
    }

    /** Where the lines of a thing end on average; before the first where they pass the column by. */
    private static double middle(Node node, List<Line> lines, Column next) {
        return lines.stream()
                .filter(line -> line.from().equals(node))
                .mapToInt(line -> next.nodes().indexOf(line.to()))
                .average()
                .orElse(next.nodes().size());
    }

    private static int height(Node node) {
        return Level.named(node.level()).map(Level::ordinal).orElse(0);
    }
}

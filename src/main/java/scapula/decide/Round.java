package scapula.decide;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import scapula.decide.Outlook.Sighting;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion.Sign;

/** One way through the sheets, each of which is asked once all is there that one of its rules wants. */
final class Round {

    private static final int NONE = -1;

    private final List<RuleSheet> sheets;
    private final Outlook outlook;

    /** How many conditions of each rule still want something, and which have it. */
    private final int[] wanted;

    private final BitSet met = new BitSet();

    /** What lies on the table, and the sheet that concluded it. */
    private final Map<Sighting, Integer> table = new LinkedHashMap<>();

    private final Map<Integer, List<Step>> drawn = new TreeMap<>();
    private final BitSet due = new BitSet();

    Round(List<RuleSheet> sheets, Outlook outlook) {
        this.sheets = sheets;
        this.outlook = outlook;
        this.wanted = outlook.wanted();
        for (int rule = 0; rule < wanted.length; rule++) {
            if (wanted[rule] == 0) {
                due.set(outlook.sheetOf(rule));
            }
        }
    }

    /** A sheet to which a sign comes after it was asked, as sheets build on each other in a circle, is asked anew. */
    Trail trail(Collection<?> told) {
        Map<Object, Object> asTold = new HashMap<>();
        for (Object fact : told) {
            asTold.put(lay(fact, NONE), fact);
        }
        for (int at = due.nextSetBit(0); at >= 0; at = due.nextSetBit(0)) {
            due.clear(at);
            drawn.put(at, sheets.get(at).apply(before(at)));
            for (Step step : drawn.get(at)) {
                if (step.conclusion() instanceof Sign sign) {
                    lay(sign, at);
                }
            }
        }
        return new Trail(drawn.values().stream()
                .flatMap(List::stream)
                .map(step -> step.on(asTold))
                .toList());
    }

    /** What a sheet looks at; its own signs it finds again. */
    private Set<Sighting> before(int sheet) {
        Set<Sighting> before = new HashSet<>();
        table.forEach((sighting, from) -> {
            if (from != sheet && sighting.isSeenBy(sheet)) {
                before.add(sighting);
            }
        });
        return before;
    }

    /** Puts a fact on the table, and returns what stands for it. */
    private Object lay(Object fact, int from) {
        Sighting sighting = outlook.of(fact);
        if (table.putIfAbsent(sighting, from) == null) {
            drawn.keySet().stream()
                    .filter(sheet -> sheet != from && sighting.isSeenBy(sheet))
                    .forEach(due::set);
            BitSet fresh = (BitSet) sighting.meets().clone();
            fresh.andNot(met);
            met.or(fresh);
            for (int at = fresh.nextSetBit(0); at >= 0; at = fresh.nextSetBit(at + 1)) {
                int rule = outlook.ruleOf(at);
                if (--wanted[rule] == 0 && outlook.sheetOf(rule) != from) {
                    due.set(outlook.sheetOf(rule));
                }
            }
        }
        return sighting.fact();
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.model.Condition;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Intent;
import scapula.domain.Quote;

/**
 * What the rules look at, by their compiled conditions, each of which tests a single fact. Sheets, rules and conditions are
 * known by number.
 */
final class Outlook {

    /** One condition of a rule; whether it wants something, or nothing like it. */
    private record Sight(int rule, boolean wanted) {}

    /**
     * What conditions ask of a fact.
     *
     * @param by the conditions that ask for it
     */
    private record Test(Class<?> kind, Constraint constraint, BitSet by) {}

    /** A fact as the rules see it; there is one for all facts of a name that no rule can tell apart. */
    static final class Sighting {
        private final Object fact;
        private final String name;
        private final BitSet meets;
        private final BitSet seenBy;

        private Sighting(Object fact, BitSet meets, BitSet seenBy) {
            this.fact = fact;
            this.name = fact.toString();
            this.meets = meets;
            this.seenBy = seenBy;
        }

        Object fact() {
            return fact;
        }

        /** Tells it from all others, and puts them in an order that is always the same. */
        String name() {
            return name;
        }

        /** Conditions that want something and have it here. */
        BitSet meets() {
            return meets;
        }

        /** Whether a sheet looks at it, be it to want nothing like it. */
        boolean isSeenBy(int sheet) {
            return seenBy.get(sheet);
        }
    }

    /** What intents or doubts of one name share where no rule can tell them apart. */
    private record Looks(String name, int question, BitSet conditions) {}

    private static final Quote NO_WORDS = Quote.tapped(0);

    private final List<Sight> sights = new ArrayList<>();
    private final int[] sheets;
    private final int[] wanted;
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private final Map<Class<?>, List<Test>> testsOf = new ConcurrentHashMap<>();

    /** There are only so many tokens, options and signs, and so many ways to see an intent or a doubt. */
    private final Map<Object, Sighting> sightings = new ConcurrentHashMap<>();

    /** @param rules of each sheet */
    Outlook(List<List<Rule>> rules) {
        List<Integer> ofRule = new ArrayList<>();
        for (int sheet = 0; sheet < rules.size(); sheet++) {
            for (Rule rule : rules.get(sheet)) {
                collect(rule.getView(), true, ofRule.size());
                ofRule.add(sheet);
            }
        }
        this.sheets = ofRule.stream().mapToInt(Integer::intValue).toArray();
        this.wanted = new int[sheets.length];
        sights.stream().filter(Sight::wanted).forEach(sight -> wanted[sight.rule]++);
    }

    private void collect(Condition condition, boolean wanted, int rule) {
        if (condition instanceof Pattern<?> pattern) {
            Class<?> kind = pattern.getPatternVariable().getType();
            tests.computeIfAbsent(
                            kind + " " + name(pattern.getConstraint()),
                            unknown -> new Test(kind, pattern.getConstraint(), new BitSet()))
                    .by
                    .set(sights.size());
            sights.add(new Sight(rule, wanted));
            return;
        }
        boolean all = condition.getType() == Condition.Type.AND || condition.getType() == Condition.Type.EXISTS;
        condition.getSubConditions().forEach(part -> collect(part, wanted && all, rule));
    }

    /** How many conditions of each rule want something. */
    int[] wanted() {
        return wanted.clone();
    }

    int ruleOf(int condition) {
        return sights.get(condition).rule;
    }

    int sheetOf(int rule) {
        return sheets[rule];
    }

    /** How the rules see a fact; none looks at the words that it was read from. */
    Sighting of(Object fact) {
        if (fact instanceof Intent intent) {
            BitSet seen = seen(fact);
            return sightings.computeIfAbsent(
                    new Looks("intent " + intent.id(), intent.question(), seen),
                    same -> sighting(new Intent(intent.id(), intent.confidence(), intent.question(), List.of()), seen));
        }
        if (fact instanceof Doubt doubt) {
            BitSet seen = seen(fact);
            return sightings.computeIfAbsent(
                    new Looks("doubt " + doubt.token(), 0, seen), same -> sighting(fact, seen));
        }
        Object bare = fact instanceof Finding finding ? finding.from(NO_WORDS) : fact;
        return sightings.computeIfAbsent(bare, unseen -> sighting(unseen, seen(unseen)));
    }

    private Sighting sighting(Object fact, BitSet seen) {
        BitSet meets = new BitSet();
        BitSet seenBy = new BitSet();
        seen.stream().forEach(at -> {
            meets.set(at, sights.get(at).wanted);
            seenBy.set(sheets[sights.get(at).rule]);
        });
        return new Sighting(fact, meets, seenBy);
    }

    /** The compiler gives one id to all tests that are written alike. */
    private static String name(Constraint test) {
        return test instanceof SingleConstraint one
                ? one.getExprId()
                : test.getType()
                        + test.getChildren().stream()
                                .map(Outlook::name)
                                .toList()
                                .toString();
    }

    /** The conditions that a fact passes. */
    private BitSet seen(Object fact) {
        BitSet seen = new BitSet();
        for (Test test : testsOf.computeIfAbsent(fact.getClass(), this::testsOf)) {
            if (passes(test.constraint, fact)) {
                seen.or(test.by);
            }
        }
        return seen;
    }

    private List<Test> testsOf(Class<?> kind) {
        return tests.values().stream()
                .filter(test -> test.kind.isAssignableFrom(kind))
                .toList();
    }

    private static boolean passes(Constraint test, Object fact) {
        return switch (test.getType()) {
            case SINGLE -> passesAlone((SingleConstraint) test, fact);
            case MULTIPLE, AND -> test.getChildren().stream().allMatch(part -> passes(part, fact));
            case OR -> test.getChildren().stream().anyMatch(part -> passes(part, fact));
        };
    }

    private static boolean passesAlone(SingleConstraint test, Object fact) {
        try {
            return test.getVariables().length == 0 || test.getPredicate().test(fact);
        } catch (Exception unexpected) {
            throw new IllegalStateException("A rule's condition cannot be tested.", unexpected);
        }
    }
}

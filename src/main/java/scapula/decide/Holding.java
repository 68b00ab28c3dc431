package scapula.decide;

import java.util.List;
import scapula.domain.Chosen;
import scapula.domain.Clear;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Intent;
import scapula.domain.Situation;
import scapula.domain.WrittenRule.Condition;
import scapula.domain.WrittenRule.Test;

/** Whether a condition holds, by what is written; the engine tells only whether all of a rule do. */
final class Holding {

    private Holding() {}

    static boolean holds(Condition condition, List<Object> facts, Trail trail) {
        boolean met = condition.type().equals("Sign")
                ? condition.names().stream().anyMatch(trail::hasSign)
                : facts.stream().anyMatch(fact -> matches(condition, fact));
        return met != condition.negated();
    }

    private static boolean matches(Condition condition, Object fact) {
        boolean isOfType = fact.getClass().getSimpleName().equals(condition.type())
                || (fact instanceof Finding && condition.type().equals("Finding"));
        return isOfType && condition.tests().stream().allMatch(test -> passes(test, value(fact, test.field())));
    }

    private static boolean passes(Test test, String value) {
        String first = test.values().get(0);
        return switch (test.relation()) {
            case "==", "in" -> test.values().contains(value);
            case "!=", "not in" -> !test.values().contains(value);
            case "str[startsWith]" -> value.startsWith(first);
            case "<" -> Double.parseDouble(value) < Double.parseDouble(first);
            case "<=" -> Double.parseDouble(value) <= Double.parseDouble(first);
            case ">" -> Double.parseDouble(value) > Double.parseDouble(first);
            case ">=" -> Double.parseDouble(value) >= Double.parseDouble(first);
            default -> false;
        };
    }

    /** A field by its name in rules. */
    private static String value(Object fact, String field) {
        if (fact instanceof Finding finding) {
            return field.equals("slot") ? finding.slot() : finding.token();
        }
        if (fact instanceof Chosen chosen) {
            return field.equals("option") ? chosen.option() : chosen.question();
        }
        if (fact instanceof Clear clear) {
            return clear.question();
        }
        if (fact instanceof Intent intent) {
            return field.equals("id") ? intent.id() : String.valueOf(intent.confidence());
        }
        if (fact instanceof Doubt doubt) {
            return field.equals("token") ? doubt.token() : number(doubt.nearness());
        }
        return of((Situation) fact, field);
    }

    private static String of(Situation situation, String field) {
        return switch (field) {
            case "complains" -> String.valueOf(situation.complains());
            case "aboutOther" -> String.valueOf(situation.aboutOther());
            default -> situation.change();
        };
    }

    /** As rules write it: 1, and not 1.0. */
    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}

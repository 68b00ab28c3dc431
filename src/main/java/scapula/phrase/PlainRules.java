package scapula.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import scapula.domain.Guide;
import scapula.domain.PlainRule;
import scapula.domain.PlainRule.Clause;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Thing;
import scapula.domain.Thing.Kind;
import scapula.domain.WrittenRule;
import scapula.domain.WrittenRule.Condition;
import scapula.domain.WrittenRule.Test;

/** Puts a written rule into words. */
final class PlainRules {

    private final Things things;
    private final Guide.Words page;
    private final Map<String, Question> questions;

    PlainRules(Things things, Guide.Words page, Map<String, Question> questions) {
        this.things = things;
        this.page = page;
        this.questions = questions;
    }

    PlainRule of(WrittenRule rule) {
        List<Clause> clauses = rule.conditions().stream().map(this::clause).toList();
        boolean isAdvice = rule.verb().equals("Advise");
        String named = isAdvice
                ? rule.says().get(0)
                : rule.says().size() > 1 ? rule.says().get(1) : "";
        return new PlainRule(
                rule.name(),
                clauses,
                concluded(rule),
                isAdvice ? named : "",
                notes(rule, named),
                rule.sources(),
                rule.folder(),
                rule.file() + ":" + rule.line());
    }

    private Thing concluded(WrittenRule rule) {
        String name = rule.says().get(0);
        return switch (rule.verb()) {
            case "Sign" -> things.sign(name);
            case "Advise" -> things.flag(rule.says().get(1));
            case "Caution" -> new Thing(Kind.CAUTION, name, rule.name());
            case "Tell" -> things.answer(name);
            case "Ask" -> things.question(name);
            default -> things.remark(name);
        };
    }

    private List<String> notes(WrittenRule rule, String level) {
        List<String> notes = new ArrayList<>();
        Map<String, String> ofLevel = Map.of("Ask", "reveals", "Caution", "at-least");
        Optional.ofNullable(ofLevel.get(rule.verb()))
                .map(name -> page.text(name).replace("{level}", page.levels().get(level)))
                .ifPresent(notes::add);
        if (rule.provisional()) {
            notes.add(page.text("provisional"));
        }
        rule.supersedes().forEach(other -> notes.add(page.text("supersedes").replace("{rule}", other)));
        return notes;
    }

    private Clause clause(Condition condition) {
        return switch (condition.type()) {
            case "Present" -> findings(condition, "");
            case "Absent" -> findings(condition, page.text("denied"));
            case "Unsure" -> findings(condition, page.text("unsure"));
            case "Finding" -> findings(condition, page.text("spoken-of"));
            case "Sign" ->
                clause(
                        condition,
                        "",
                        condition.names().stream().map(things::sign).toList());
            case "Intent" -> wish(condition);
            case "Clear" -> clause(condition, page.text("cleared"), asked(condition));
            case "Chosen" -> clause(condition, chosen(condition), asked(condition));
            default -> clause(condition, "", facts(condition));
        };
    }

    private static Clause clause(Condition condition, String lead, List<Thing> found) {
        return new Clause(condition.negated(), lead, found);
    }

    private Clause findings(Condition condition, String lead) {
        List<Thing> found = values(condition, "slot", "==", "in").stream()
                .map(things::slot)
                .collect(Collectors.toCollection(ArrayList::new));
        values(condition, "token", "==", "in").stream().map(things::finding).forEach(found::add);
        String except = values(condition, "token", "!=", "not in").stream()
                .map(token -> things.finding(token).label())
                .collect(Collectors.joining("; "));
        if (!except.isEmpty()) {
            found.replaceAll(thing -> labelled(thing, page.text("other-than").replace("{except}", except)));
        }
        return clause(condition, lead, found);
    }

    private Clause wish(Condition condition) {
        List<Thing> others =
                values(condition, "id", "not in").stream().map(things::wish).toList();
        return others.isEmpty()
                ? clause(condition, page.text("wants"), wishes(condition))
                : clause(condition, page.text("wants-other"), others);
    }

    private List<Thing> wishes(Condition condition) {
        boolean plainly =
                condition.tests().stream().anyMatch(test -> test.field().equals("confidence"));
        return values(condition, "id", "==", "in").stream()
                .map(things::wish)
                .map(wish -> plainly ? labelled(wish, page.text("plainly")) : wish)
                .toList();
    }

    private static Thing labelled(Thing thing, String frame) {
        return new Thing(thing.kind(), thing.id(), frame.replace("{what}", thing.label()));
    }

    private List<Thing> facts(Condition condition) {
        return condition.tests().stream()
                .map(test -> things.fact(test.toString()))
                .toList();
    }

    private List<Thing> asked(Condition condition) {
        return values(condition, "question", "==", "in", "str[startsWith]").stream()
                .map(things::question)
                .toList();
    }

    /** What was answered, in the words of the question's options. */
    private String chosen(Condition condition) {
        List<String> options = values(condition, "option", "==", "in");
        if (options.isEmpty()) {
            return page.text("any-answer");
        }
        String labels = options.stream()
                .map(option -> "“" + label(condition, option) + "”")
                .distinct()
                .collect(Collectors.joining(", "));
        return page.text("chosen").replace("{options}", labels);
    }

    private String label(Condition condition, String option) {
        return values(condition, "question", "==", "in", "str[startsWith]").stream()
                .map(id -> id.equals(Question.MAKES_SURE) ? Question.MAKES_SURE.replace(".", "") : id)
                .map(questions::get)
                .flatMap(question -> question.options().stream())
                .filter(one -> one.id().equals(option))
                .map(Option::label)
                .findFirst()
                .orElse(page.text("refused"));
    }

    private static List<String> values(Condition condition, String field, String... relations) {
        return condition.tests().stream()
                .filter(test -> test.field().equals(field) && List.of(relations).contains(test.relation()))
                .map(Test::values)
                .flatMap(List::stream)
                .toList();
    }
}

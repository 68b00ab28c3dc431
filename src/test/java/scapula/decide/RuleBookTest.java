package scapula.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scapula.domain.Finding.Present;
import scapula.domain.Quote;
import scapula.domain.RuleText;
import scapula.domain.WrittenRule;
import scapula.domain.WrittenRule.Condition;

/** Two small files of rules that build on each other's signs, which the product's own files never do. */
class RuleBookTest {

    private static final WrittenRule WARM =
            rule("Fever is warm", "rules/a.drl", "Present( token == \"assoc:fever\" )", "warm");
    private static final WrittenRule ILL =
            rule("Warm and shivering is ill", "rules/b.drl", "Sign( of == \"warm\" )", "ill");
    private static final WrittenRule WATCHED = rule(
            "Who is ill or dizzy is watched",
            "rules/a.drl",
            "( Sign( of == \"ill\" ) or Sign( of == \"dizzy\" ) )",
            "watched");

    private static final RuleBook BOOK = RuleBook.compiled(
            List.of(file("rules/a.drl", WARM, WATCHED), file("rules/b.drl", ILL)), List.of(WARM, WATCHED, ILL));

    @Test
    void aFileThatWasAskedIsAskedAgainForASignThatComesLater() {
        Trail trail = BOOK.weigh(List.of(present("assoc:fever")));
        assertTrue(Stream.of("warm", "ill", "watched").allMatch(trail::hasSign));
    }

    @Test
    void whatNobodyLooksAtLeadsToNothing() {
        Trail trail = BOOK.weigh(List.of(present("assoc:cough")));
        assertFalse(Stream.of("warm", "ill", "watched").anyMatch(trail::hasSign));
    }

    @Test
    void theSameFactsLeadToTheSameAgain() {
        List<Present> told = List.of(present("assoc:fever"), present("assoc:cough"));
        assertEquals(names(BOOK.weigh(told)), names(BOOK.weigh(List.of(told.get(1), told.get(0)))));
    }

    @Test
    void aRuleThatIsCompiledAndNotKnownAsWrittenIsRefused() {
        List<RuleText> texts = List.of(file("rules/a.drl", WARM, WATCHED), file("rules/b.drl", ILL));
        String refused = assertThrows(IllegalStateException.class, () -> RuleBook.compiled(texts, List.of(WARM, ILL)))
                .getMessage();
        assertEquals("Compiled are other rules than written: [" + WATCHED.name() + "]", refused);
    }

    private static Set<String> names(Trail trail) {
        return Set.copyOf(
                Stream.of("warm", "ill", "watched").filter(trail::hasSign).toList());
    }

    private static Present present(String token) {
        return new Present(token, Quote.tapped(1));
    }

    private static WrittenRule rule(String name, String file, String when, String sign) {
        List<Condition> conditions = when.contains("Sign(")
                ? List.of(new Condition(false, "Sign", List.of("warm", "ill", "dizzy"), List.of(), when, 1))
                : List.of(new Condition(false, "Present", List.of(), List.of(), when, 1));
        return new WrittenRule(
                name, List.of("scapula"), false, List.of(), conditions, "Sign", List.of(sign), file, 1, 1);
    }

    private static RuleText file(String name, WrittenRule... rules) {
        StringBuilder text = new StringBuilder("""
                package rules;

                import scapula.domain.Finding.Present;
                import scapula.domain.Conclusion.Sign;

                """);
        for (WrittenRule rule : rules) {
            text.append("""
                    rule "%s"
                        @source( "scapula" )
                    when
                        %s
                    then
                        insert( new Sign( "%s" ) );
                    end

                    """.formatted(
                    rule.name(), rule.conditions().get(0).text(), rule.says().get(0)));
        }
        return new RuleText(name, text.toString());
    }
}

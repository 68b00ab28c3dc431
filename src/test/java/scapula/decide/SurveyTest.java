package scapula.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import scapula.content.Content;
import scapula.decide.Survey.Report;

/** Every rule can speak, and no two contradict each other. */
class SurveyTest {

    private static final Content CONTENT = Content.open(Path.of("."));
    private static final Report REPORT = new Survey(RuleBook.prebuilt(CONTENT.written()), CONTENT.written()).report();

    @Test
    void everyRuleSpeaksInSomeState() {
        assertEquals(List.of(), REPORT.mute());
    }

    @Test
    void noTwoRulesOfAFlagContradictEachOther() {
        assertEquals(List.of(), REPORT.contradictions());
    }
}

package scapula.decide;

import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Case;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Level;
import scapula.domain.Question;

/** What the rules make of a case: every step they took, and the level that follows while there is more to ask. */
record Assessment(Case known, Trail trail, Verdict verdict) {

    /** The highest level that is reached, or that an open question about a danger may still reveal. */
    Level couldReveal() {
        return verdict.asks().stream()
                .map(step -> (Ask) step.conclusion())
                .filter(ask -> Question.isOfDanger(ask.of()))
                .map(ask -> Verdict.named(ask.reveals()))
                .reduce(verdict.level(), Level::orHigher);
    }

    /** Whether it makes no difference which of the two is so. */
    boolean sameOutcomeAs(Assessment other) {
        return verdict.level() == other.verdict.level()
                && verdict.crisis() == other.verdict.crisis()
                && dangers().equals(other.dangers());
    }

    private Set<String> dangers() {
        return verdict.asks().stream()
                .map(step -> (Ask) step.conclusion())
                .filter(ask -> Question.isOfDanger(ask.of()))
                .map(Ask::of)
                .collect(Collectors.toSet());
    }
}

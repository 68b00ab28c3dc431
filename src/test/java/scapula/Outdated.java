package scapula;

import java.util.ArrayList;
import java.util.List;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Decision.Triage;
import scapula.domain.Finding;
import scapula.domain.Meaning;
import scapula.domain.Reason;
import scapula.domain.Turn;

/** A conversation as older content left it, with what the content of today does not have. */
final class Outdated {

    private Outdated() {}

    static Conversation with(Conversation begun, Finding finding, String flag, String rule, String source) {
        Turn turn = begun.lastTurn();
        Meaning meaning = turn.meaning();
        List<Finding> findings = new ArrayList<>(meaning.findings());
        findings.add(finding);
        Meaning older = new Meaning(
                meaning.language(),
                meaning.intents(),
                meaning.complains(),
                meaning.aboutOther(),
                List.copyOf(findings),
                meaning.takenBack(),
                meaning.likenesses(),
                meaning.doubts(),
                meaning.chosen());
        Decision decision = turn.decision();
        Triage triage = decision.triage();
        List<Reason> because = new ArrayList<>(decision.because());
        because.add(new Reason(rule, List.of(source), List.of(finding.token())));
        Decision decided = new Decision(
                new Triage(triage.level(), triage.crisis(), List.of(flag), triage.isResult(), triage.missing()),
                decision.told(),
                decision.related(),
                decision.asked(),
                List.copyOf(because),
                decision.wouldChange(),
                decision.missed());
        Turn old = new Turn(
                turn.messageId(),
                turn.at(),
                turn.returned(),
                turn.message(),
                older,
                decided,
                turn.reply(),
                turn.made());
        return new Conversation(begun.id(), begun.region(), List.of(old));
    }
}

package scapula.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Case;
import scapula.domain.Decision.Change;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Quote;

/** What would change the level: the rules are applied again with one finding changed. */
final class Prospects {

    /** The most changes that are told, each way. */
    private static final int MOST = 3;

    private final Assessor assessor;
    private final Inquiry inquiry;
    private final Map<String, Question> questions;

    Prospects(Assessor assessor, Inquiry inquiry, Map<String, Question> questions) {
        this.assessor = assessor;
        this.inquiry = inquiry;
        this.questions = questions;
    }

    /** Changes that raise the level, in the order in which they are asked for; then those that lower it. */
    List<Change> of(Case known, Level level) {
        List<Change> changes = new ArrayList<>(raising(known, level));
        known.findings().stream()
                .filter(Present.class::isInstance)
                .map(finding -> change(known, new Absent(finding.token(), finding.quote())))
                .filter(change -> level.isAbove(change.level()) && change.level() != Level.NOT_CHECKED)
                .limit(MOST)
                .forEach(changes::add);
        return changes;
    }

    private List<Change> raising(Case known, Level level) {
        if (level == Level.EMERGENCY) {
            return List.of();
        }
        Set<String> present = known.findings().stream()
                .filter(Present.class::isInstance)
                .map(Finding::token)
                .collect(Collectors.toSet());
        return inquiry.usualOrder().stream()
                .flatMap(id -> questions.get(id).options().stream())
                .flatMap(option -> option.tokens().stream())
                .filter(token -> !present.contains(token))
                .map(token -> change(known, new Present(token, Quote.tapped(0))))
                .filter(change -> change.level().isAbove(level))
                .limit(MOST)
                .toList();
    }

    private Change change(Case known, Finding finding) {
        return new Change(
                finding, assessor.weigh(known.with(List.of(finding))).verdict().level());
    }
}

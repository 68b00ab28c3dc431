package scapula.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Unsure;

/** Everything said so far, as a value. */
public record Conversation(String id, Region region, List<Turn> turns) {

    private static final String PLACE = "loc";

    public int nextTurn() {
        return turns.size() + 1;
    }

    /** The question that the last reply put. */
    public Optional<Question> pending() {
        return turns.isEmpty() ? Optional.empty() : lastTurn().reply().question();
    }

    public Turn lastTurn() {
        return turns.get(turns.size() - 1);
    }

    /** The conversation as it stood after the message with this id, if it was ever answered. */
    public Optional<Conversation> asOf(String messageId) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).messageId().equals(messageId)) {
                return Optional.of(new Conversation(id, region, turns.subList(0, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** All findings, the newest turn last; a later word on the same token replaces the earlier one. */
    public List<Finding> findings() {
        Map<String, Finding> newest = new LinkedHashMap<>();
        for (Turn turn : turns) {
            for (Finding finding : turn.meaning().findings()) {
                newest.remove(finding.token());
                newest.put(finding.token(), finding);
            }
        }
        return List.copyOf(newest.values());
    }

    /**
     * What the rules are to weigh: the message's own findings; and where it names no place, the place spoken of before,
     * which is then assumed and not certain.
     */
    public List<Finding> findingsFor(Meaning meaning) {
        List<Finding> weighed = new ArrayList<>(meaning.findings());
        if (weighed.stream().noneMatch(finding -> finding.slot().equals(PLACE))) {
            findings().stream()
                    .filter(finding -> finding.slot().equals(PLACE) && !(finding instanceof Absent))
                    .map(finding -> new Unsure(finding.token(), finding.quote()))
                    .forEach(weighed::add);
        }
        return weighed;
    }

    public Conversation in(Region other) {
        return new Conversation(id, other, turns);
    }

    public Conversation after(Turn turn) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(turn);
        return new Conversation(id, region, List.copyOf(longer));
    }
}

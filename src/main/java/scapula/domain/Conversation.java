package scapula.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;

/** Everything said so far, as a value. */
public record Conversation(String id, Region region, List<Turn> turns) {

    private static final String PLACE = "loc";
    private static final Set<String> EITHER_OR = Set.of("side", "sev", "dur", "age");

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

    /**
     * All findings, the newest turn last. A later word on a token replaces the earlier one, but what was said is not
     * undone by a denial in passing: only by a correction, or by the answer to a question about it.
     */
    public List<Finding> findings() {
        Map<String, Finding> newest = new LinkedHashMap<>();
        for (Turn turn : turns) {
            for (Finding finding : turn.meaning().findings()) {
                Finding earlier = newest.get(finding.token());
                boolean undoes = finding instanceof Absent && !(earlier instanceof Absent) && earlier != null;
                if (!undoes || turn.meaning().corrects() || !finding.quote().isTyped()) {
                    newest.remove(finding.token());
                    newest.put(finding.token(), finding);
                }
                if (turn.meaning().corrects() && EITHER_OR.contains(finding.slot())) {
                    newest.keySet().removeIf(token -> isRival(token, finding));
                }
            }
        }
        return List.copyOf(newest.values());
    }

    /** "no, I meant the right": of these slots one value shuts out the others. */
    private static boolean isRival(String token, Finding finding) {
        return finding instanceof Present && !token.equals(finding.token()) && token.startsWith(finding.slot() + ":");
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

    /** Whether the person with the pain is somebody else than the writer, as far as was said. */
    public boolean isAboutOther() {
        return turns.stream().anyMatch(turn -> turn.meaning().aboutOther());
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

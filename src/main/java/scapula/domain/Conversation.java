package scapula.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;

/** Everything said so far, as a value. */
public record Conversation(String id, Region region, List<Turn> turns) {

    private static final String PLACE = "loc";
    private static final Duration AWAY = Duration.ofHours(2);
    private static final Set<String> EITHER_OR = Set.of("side", "sev", "dur", "age");

    public int nextTurn() {
        return turns.size() + 1;
    }

    /** The question that the last reply put. */
    public Optional<Question> pending() {
        return turns.isEmpty() ? Optional.empty() : lastTurn().reply().question();
    }

    /** Whether the last message was so long ago that what was denied has to be asked anew. */
    public boolean isLeftSince(Instant now) {
        return !turns.isEmpty() && lastTurn().at().plus(AWAY).isBefore(now);
    }

    public Turn lastTurn() {
        return turns.get(turns.size() - 1);
    }

    /** The conversation as it stood after the message with this id, if it was ever answered. */
    public Optional<Conversation> asOf(String messageId) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).messageId().equals(messageId)) {
                return Optional.of(upTo(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The conversation as it stood after so many turns. */
    public Conversation upTo(int turn) {
        return new Conversation(id, region, turns.subList(0, turn));
    }

    /**
     * All findings, the newest turn last. A later word on a token replaces the earlier one, but what was said is not
     * undone by a denial: only by a correction that names it, or by the answer to a question about it alone.
     */
    public List<Finding> findings() {
        Map<String, Finding> newest = new LinkedHashMap<>();
        turns.forEach(turn -> merge(turn.meaning(), newest));
        return List.copyOf(newest.values());
    }

    private static void merge(Meaning meaning, Map<String, Finding> newest) {
        meaning.takenBack().forEach(newest::remove);
        for (Finding finding : meaning.findings()) {
            Finding earlier = newest.get(finding.token());
            if (finding instanceof Present || !(earlier instanceof Present)) {
                newest.remove(finding.token());
                newest.put(finding.token(), finding);
            }
            if (meaning.corrects() && EITHER_OR.contains(finding.slot())) {
                newest.keySet().removeIf(token -> isRival(token, finding));
            }
        }
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

    /**
     * What is known once a message is read that means this.
     *
     * @param returned whether the person comes back after a while, so that what was denied is asked anew
     */
    public Case with(Meaning meaning, boolean returned) {
        Map<String, Finding> newest = new LinkedHashMap<>();
        findings().stream()
                .filter(finding -> !(returned && finding instanceof Absent))
                .forEach(finding -> newest.put(finding.token(), finding));
        merge(meaning, newest);
        List<Turn> counted = returned ? List.of() : sinceReturn();
        List<Chosen> chosen = new ArrayList<>();
        counted.forEach(turn -> chosen.addAll(turn.meaning().chosen()));
        chosen.addAll(meaning.chosen());
        Set<String> put = new LinkedHashSet<>();
        counted.forEach(turn -> turn.reply().question().ifPresent(question -> put.add(question.id())));
        return new Case(
                List.copyOf(newest.values()),
                chosen,
                doubts(meaning, put),
                new Situation(
                        meaning.complains()
                                || turns.stream()
                                        .anyMatch(turn -> turn.meaning().complains()),
                        meaning.aboutOther() || isAboutOther(),
                        "same"),
                put,
                missed(counted),
                meaning.takenBack().isEmpty() ? reached(returned) : Level.NOT_CHECKED);
    }

    /** What is known as it stands. */
    public Case known() {
        return with(Meaning.nothing(), false);
    }

    /** The turns since the person last came back after a while. */
    private List<Turn> sinceReturn() {
        for (int i = turns.size() - 1; i > 0; i--) {
            if (turns.get(i).returned()) {
                return turns.subList(i, turns.size());
            }
        }
        return turns;
    }

    /** Of what was doubted twice, the words that came nearest. */
    private List<Doubt> doubts(Meaning meaning, Set<String> put) {
        Map<String, Doubt> nearest = new LinkedHashMap<>();
        Stream.concat(turns.stream().map(Turn::meaning), Stream.of(meaning))
                .flatMap(told -> told.doubts().stream())
                .filter(doubt -> !put.contains(Question.MAKES_SURE + doubt.token()))
                .forEach(doubt -> nearest.merge(
                        doubt.token(), doubt, BinaryOperator.maxBy(Comparator.comparingDouble(Doubt::nearness))));
        return List.copyOf(nearest.values());
    }

    private static Map<String, Integer> missed(List<Turn> counted) {
        Map<String, Integer> missed = new HashMap<>();
        counted.forEach(
                turn -> turn.decision().missed().ifPresent(question -> missed.merge(question, 1, Integer::sum)));
        return missed;
    }

    /** The highest level so far; home care is not carried over to another day. */
    private Level reached(boolean returned) {
        return returned && level() == Level.SELF_CARE ? Level.NOT_CHECKED : level();
    }

    /** The level that was reached. */
    public Level level() {
        return turns.isEmpty()
                ? Level.NOT_CHECKED
                : lastTurn().decision().triage().level();
    }

    /** Whether the person with the pain is somebody else than the writer, as far as was said. */
    public boolean isAboutOther() {
        return turns.stream().anyMatch(turn -> turn.meaning().aboutOther());
    }

    public Conversation in(Region other) {
        return new Conversation(id, other, turns);
    }

    /** The conversation with one turn more, in the region that its reply speaks of. */
    public Conversation after(Turn turn) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(turn);
        return new Conversation(id, turn.reply().region(), List.copyOf(longer));
    }
}

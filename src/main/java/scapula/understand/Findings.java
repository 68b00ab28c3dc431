package scapula.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scapula.domain.Context.Cue;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Likeness;
import scapula.domain.Pattern.Says;
import scapula.domain.Quote;
import scapula.understand.FindingReader.Told;
import scapula.understand.Scope.Bearing;

/**
 * Gathers the findings of one text from what the readers matched, by what the words around each match make of it. Where
 * a token is said twice, once denied and once not, it is present.
 */
final class Findings {

    /** Illnesses, medicines and the like, which a "last year" does not end. */
    private static final Set<String> LASTING =
            Set.of("hx", "med", "age", "preg", "loc", "side", "dur", "topic", "plan");

    /** What a figure of speech can be taken for; a place or an activity stays what it is. */
    private static final Set<String> FIGURATIVE =
            Set.of("assoc", "q", "sev", "onset", "course", "agg", "rel", "hx", "med", "preg");

    /** What questions are about. */
    private static final Set<String> ABOUT =
            Set.of("loc", "side", "q", "trig", "agg", "rel", "topic", "plan", "age", "dur", "onset");

    /** Without one of these only a sure likeness counts: a printer that is offline is not confused. */
    private static final Set<String> OF_THE_BODY = Set.of("loc", "q", "assoc", "agg", "sev", "hx", "preg");

    /** What a complaint is made of; a place alone is none. */
    private static final Set<String> FELT = Set.of("q", "assoc", "agg", "rel", "sev", "onset", "course");

    private static final Set<String> OF_A_PATIENT = Set.of("hx", "med", "age", "dur", "preg");

    private static final String PLACE = "loc";
    private static final String SIDE = "side";
    private static final String SYMPTOM = "assoc";

    private final Text text;
    private final int turn;
    private final Scope scope;
    private final Kinds kinds;
    private final List<Match> figures;
    private final List<Match> meant;
    private final Patient patient;

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final List<Likeness> likenesses = new ArrayList<>();

    /** Dangers that are worth a question, with how near the words come to each. */
    private final Map<String, Double> doubts = new LinkedHashMap<>();

    /** Gathers from the exact matches in a text. */
    Findings(Text text, int turn, Scope scope, Kinds kinds, List<Match> matches) {
        this.text = text;
        this.turn = turn;
        this.scope = scope;
        this.kinds = kinds;
        this.figures = matches.stream().filter(Match::isNoFinding).toList();
        this.meant = matches.stream()
                .filter(match -> !match.isNoFinding() && !scope.isSplit(match))
                .filter(match -> match.says() == Says.MAYBE || !isFigurative(match))
                .filter(match -> !match.slot().equals(SIDE) || !isOfLimb(match))
                .sorted(Comparator.comparingInt(Match::first)
                        .thenComparing(match -> match.at().size()))
                .toList();
        this.patient = new Patient(
                text,
                scope,
                meant.stream().filter(match -> spoken(match) == Bearing.SAID).toList());
        meant.forEach(this::add);
    }

    private void add(Match match) {
        Bearing bearing = bearing(match);
        if (bearing == Bearing.ASKED || (bearing == Bearing.SAID && isGuessed(match))) {
            doubts.put(match.token(), 1.0);
        } else if (bearing != Bearing.OVER) {
            findings.merge(match.token(), finding(match, bearing), Findings::plainer);
        }
    }

    /** A number says more than a word: "a temperature of 36.8" is no fever. */
    void addNumber(Match number) {
        boolean counts = figures.stream().noneMatch(figure -> figure.isNothing() && figure.overlaps(number));
        if (counts && !patient.isOfBystander(number)) {
            Finding finding = finding(number, number.says() == Says.NO ? Bearing.DENIED : Bearing.SAID);
            findings.merge(number.token(), finding, (said, counted) -> counted instanceof Absent ? counted : said);
        }
    }

    boolean has(String token) {
        return findings.containsKey(token);
    }

    /** A danger that the words come near to counts where it is felt, and nothing exact said it. */
    void addNear(Near.Found found) {
        Match match = found.match();
        boolean felt = (found.isSure() || speaksOfTheBody())
                && bearing(match) == Bearing.SAID
                && figures.stream().noneMatch(figure -> figure.overlaps(match));
        if (!felt || has(match.token())) {
            return;
        }
        Quote quote = quote(match);
        likenesses.add(new Likeness(match.token(), quote, found.wording(), found.cosine(), found.isSure()));
        if (found.isSure()) {
            findings.put(match.token(), new Present(match.token(), quote));
        } else {
            doubts.putIfAbsent(match.token(), found.cosine());
        }
    }

    /** All that was gathered. */
    Told told() {
        return new Told(
                List.copyOf(findings.values()),
                List.copyOf(likenesses),
                doubts.entrySet().stream()
                        .filter(doubt -> kinds.isDanger(doubt.getKey()) && !findings.containsKey(doubt.getKey()))
                        .map(doubt -> new Doubt(doubt.getKey(), doubt.getValue()))
                        .toList(),
                complains(),
                patient.isOther());
    }

    /** Something is felt: it is said, or asked about as the writer's own; or a place goes with an illness or an age. */
    private boolean complains() {
        return !likenesses.isEmpty()
                || (tells(PLACE) && OF_A_PATIENT.stream().anyMatch(this::tells))
                || meant.stream()
                        .filter(match -> FELT.contains(match.slot()) && has(match.token()))
                        .anyMatch(match -> scope.bearing(match, false) != Bearing.ASKED
                                ? scope.bearing(match, false) != Bearing.DENIED
                                : patient.isOwn(match));
    }

    private boolean tells(String slot) {
        return findings.values().stream()
                .anyMatch(finding ->
                        !(finding instanceof Absent) && finding.slot().equals(slot));
    }

    /** The words of a match as they were typed. */
    private Quote quote(Match match) {
        int start = text.words().get(match.first()).start();
        int end = text.words().get(match.last()).end();
        return new Quote(text.raw().substring(start, end), start, end, turn);
    }

    /** A danger that a pattern only suspects, or that rests on a guess at a misspelt word, is asked about. */
    private boolean isGuessed(Match match) {
        boolean maybe = match.says() == Says.MAYBE
                || match.at().stream().anyMatch(word -> text.words().get(word).guessed());
        return maybe && kinds.isDanger(match.token());
    }

    private boolean isFigurative(Match match) {
        return figures.stream()
                .filter(figure -> figure.overlaps(match))
                .anyMatch(figure -> figure.isNothing() || FIGURATIVE.contains(match.slot()));
    }

    private boolean speaksOfTheBody() {
        return meant.stream().anyMatch(match -> OF_THE_BODY.contains(match.slot()));
    }

    /** "left arm" and "arm on the left" say nothing of the side of the back. */
    private boolean isOfLimb(Match match) {
        int after = match.last() + 1;
        int before = match.first() - 1;
        boolean ends = after >= text.words().size() || text.words().get(after).opens();
        boolean names = !ends && scope.cues().is(after, Cue.LIMBS);
        boolean follows = before >= 0 && scope.cues().has(Cue.LIMBS, Math.max(0, before - 2), before);
        return names || (follows && ends);
    }

    /** How a match is spoken of; a bystander's illness is over, and their symptoms of now are asked about. */
    private Bearing bearing(Match match) {
        if (!kinds.isOfOthers(match.token()) && patient.isBystander(match)) {
            return match.slot().equals(SYMPTOM) ? Bearing.ASKED : Bearing.OVER;
        }
        return spoken(match);
    }

    /** A place, a feeling or an activity that is asked about is what the question is about. */
    private Bearing spoken(Match match) {
        Bearing bearing = scope.bearing(match, LASTING.contains(match.slot()));
        boolean asksOf = bearing == Bearing.ASKED && ABOUT.contains(match.slot()) && !kinds.isDanger(match.token());
        return asksOf ? Bearing.SAID : bearing;
    }

    private Finding finding(Match match, Bearing bearing) {
        String token = match.token();
        Quote quote = quote(match);
        if (bearing == Bearing.DENIED) {
            return new Absent(token, quote);
        }
        boolean open = bearing == Bearing.OPEN && !kinds.isDanger(token);
        return match.says() == Says.MAYBE || open ? new Unsure(token, quote) : new Present(token, quote);
    }

    private static Finding plainer(Finding earlier, Finding later) {
        return earlier instanceof Present || later instanceof Absent ? earlier : later;
    }
}

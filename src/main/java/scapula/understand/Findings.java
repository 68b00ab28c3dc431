package scapula.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Context.Cue;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Likeness;
import scapula.domain.Pattern.Says;
import scapula.domain.Quote;
import scapula.domain.Token;
import scapula.understand.FindingReader.Told;
import scapula.understand.Scope.Bearing;

/** Turns what the readers matched into findings, by what the words around each make of it. */
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

    private static final String SIDE = "side";
    private static final String SYMPTOM = "assoc";

    private final Set<String> dangers;
    private final Set<String> ofOthers;

    Findings(List<Token> vocabulary) {
        this.dangers = vocabulary.stream().filter(Token::danger).map(Token::id).collect(Collectors.toSet());
        this.ofOthers =
                vocabulary.stream().filter(Token::ofOthers).map(Token::id).collect(Collectors.toSet());
    }

    /** Where a token is said twice, once denied and once not, it is present. */
    Told in(Text text, List<Match> matches, List<Match> numbers, List<Near.Found> near, Scope scope, int turn) {
        List<Match> figures = matches.stream().filter(Match::isNoFinding).toList();
        List<Match> meant = meant(text, matches, figures, scope);
        Patient patient = new Patient(
                text,
                scope,
                meant.stream()
                        .filter(match -> bearing(match, scope) == Bearing.SAID)
                        .toList());
        Map<String, Finding> findings = new LinkedHashMap<>();
        Map<String, Double> doubts = new LinkedHashMap<>();
        for (Match match : meant) {
            Quote quote = quote(text, match, turn);
            switch (bearing(match, scope, patient)) {
                case OVER -> {}
                case ASKED -> doubts.put(match.token(), 1.0);
                case SAID -> {
                    if (isGuessed(text, match)) {
                        doubts.put(match.token(), 1.0);
                    } else {
                        findings.merge(match.token(), finding(match, Bearing.SAID, quote), Findings::plainer);
                    }
                }
                case OPEN, DENIED -> {
                    Finding finding = finding(match, bearing(match, scope, patient), quote);
                    findings.merge(match.token(), finding, Findings::plainer);
                }
            }
        }
        for (Match number : numbers) {
            boolean counts = figures.stream().noneMatch(figure -> figure.isNothing() && figure.overlaps(number));
            if (counts && !patient.isOfBystander(number)) {
                Bearing bearing = number.says() == Says.NO ? Bearing.DENIED : Bearing.SAID;
                Finding finding = finding(number, bearing, quote(text, number, turn));
                findings.merge(number.token(), finding, Findings::counted);
            }
        }
        boolean speaksOfTheBody = meant.stream().anyMatch(match -> OF_THE_BODY.contains(match.slot()));
        List<Likeness> likenesses = new ArrayList<>();
        for (Near.Found found : near) {
            Match match = found.match();
            boolean felt = (found.isSure() || speaksOfTheBody)
                    && bearing(match, scope, patient) == Bearing.SAID
                    && figures.stream().noneMatch(figure -> figure.overlaps(match));
            if (felt && !findings.containsKey(match.token())) {
                Quote quote = quote(text, match, turn);
                likenesses.add(new Likeness(match.token(), quote, found.wording(), found.cosine(), found.isSure()));
                if (found.isSure()) {
                    findings.put(match.token(), new Present(match.token(), quote));
                } else {
                    doubts.putIfAbsent(match.token(), found.cosine());
                }
            }
        }
        doubts.keySet().removeAll(findings.keySet());
        doubts.keySet().retainAll(dangers);
        return new Told(
                List.copyOf(findings.values()),
                likenesses,
                doubts.entrySet().stream()
                        .map(doubt -> new Doubt(doubt.getKey(), doubt.getValue()))
                        .toList(),
                patient.isOther());
    }

    /** A danger that a pattern only suspects, or that rests on a guess at a misspelt word, is asked about. */
    private boolean isGuessed(Text text, Match match) {
        boolean maybe = match.says() == Says.MAYBE
                || match.at().stream().anyMatch(word -> text.words().get(word).guessed());
        return maybe && dangers.contains(match.token());
    }

    /** How a match is spoken of; a bystander's illness is over, and their symptoms of now are asked about. */
    private Bearing bearing(Match match, Scope scope, Patient patient) {
        if (!ofOthers.contains(match.token()) && patient.isBystander(match)) {
            return match.slot().equals(SYMPTOM) ? Bearing.ASKED : Bearing.OVER;
        }
        return bearing(match, scope);
    }

    private static List<Match> meant(Text text, List<Match> matches, List<Match> figures, Scope scope) {
        return matches.stream()
                .filter(match -> !match.isNoFinding() && !scope.isSplit(match))
                .filter(match -> match.says() == Says.MAYBE
                        || figures.stream()
                                .noneMatch(figure -> figure.overlaps(match)
                                        && (figure.isNothing() || FIGURATIVE.contains(match.slot()))))
                .filter(match -> !match.slot().equals(SIDE) || !isOfLimb(text, match, scope))
                .sorted(Comparator.comparingInt(Match::first)
                        .thenComparing(match -> match.at().size()))
                .toList();
    }

    /** "left arm" and "arm on the left" say nothing of the side of the back. */
    private static boolean isOfLimb(Text text, Match match, Scope scope) {
        int after = match.last() + 1;
        int before = match.first() - 1;
        boolean names = after < text.words().size() && !text.words().get(after).opens() && scope.cues().is(after, Cue.LIMBS);
        boolean follows = before >= 0 && scope.cues().has(Cue.LIMBS, Math.max(0, before - 2), before);
        boolean ends = after >= text.words().size() || text.words().get(after).opens();
        return names || (follows && ends);
    }

    /** A place, a feeling or an activity that is asked about is what the question is about. */
    private Bearing bearing(Match match, Scope scope) {
        Bearing bearing = scope.bearing(match, LASTING.contains(match.slot()));
        boolean asksOf = bearing == Bearing.ASKED && ABOUT.contains(match.slot()) && !dangers.contains(match.token());
        return asksOf ? Bearing.SAID : bearing;
    }

    private Finding finding(Match match, Bearing bearing, Quote quote) {
        String token = match.token();
        if (bearing == Bearing.DENIED) {
            return new Absent(token, quote);
        }
        boolean open = bearing == Bearing.OPEN && !dangers.contains(token);
        return match.says() == Says.MAYBE || open ? new Unsure(token, quote) : new Present(token, quote);
    }

    static Quote quote(Text text, Match match, int turn) {
        int start = text.words().get(match.first()).start();
        int end = text.words().get(match.last()).end();
        return new Quote(text.raw().substring(start, end), start, end, turn);
    }

    private static Finding plainer(Finding earlier, Finding later) {
        return earlier instanceof Present || later instanceof Absent ? earlier : later;
    }

    /** A number says more than a word: "a temperature of 36.8" is no fever. */
    private static Finding counted(Finding said, Finding counted) {
        return Stream.of(counted, said)
                .filter(Absent.class::isInstance)
                .findFirst()
                .orElse(said);
    }
}

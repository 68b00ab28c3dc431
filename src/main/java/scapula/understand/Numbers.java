package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scapula.domain.Measure;
import scapula.domain.Measure.Band;
import scapula.domain.Numerals;
import scapula.domain.Pattern.Says;

/** Reads the numbers that people tell: "8/10", "38.6", "3 weeks", "im 52". */
final class Numbers {

    /**
     * One way to say a measure.
     *
     * @param needs words that must be in a text for it to match at all
     * @param units words of which one must be, or none
     * @param alone whether nothing may stand beside it, as in "hello, 58, my back hurts"
     */
    private record Wording(Measure measure, Pattern pattern, Set<String> needs, Set<String> units, boolean alone) {

        boolean mayBeIn(Set<String> words) {
            return words.containsAll(needs)
                    && (units.isEmpty() || units.stream().anyMatch(words::contains));
        }
    }

    /** Bars around a wording: it stands alone. */
    private static final String ALONE = "\\| (.+) \\|";

    private final List<Wording> wordings = new ArrayList<>();

    private final Map<String, Integer> written;
    private final String number;

    Numbers(Numerals numerals) {
        this.written = numerals.words();
        String words = String.join("|", written.keySet());
        this.number = "(\\d+(?:\\.\\d+)?|(?:" + words + ")(?: (?:" + words + "))?)";
        for (Measure measure : numerals.measures()) {
            for (String wording : measure.wordings()) {
                boolean alone = wording.matches(ALONE);
                String bare = alone ? wording.replaceFirst(ALONE, "$1") : wording;
                Set<String> units = bare.contains("{unit}") ? measure.units().keySet() : Set.of();
                wordings.add(new Wording(measure, compile(bare, measure), needs(bare), units, alone));
            }
        }
    }

    private Pattern compile(String wording, Measure measure) {
        String units = String.join("|", measure.units().keySet());
        String unless = String.join("|", measure.unless()).replace("{n}", "\\d+");
        String pattern = wording.replace(" ... ", "(?: \\S+){0,3}? ")
                .replaceFirst("\\{unit}", "(?<unit>" + units + ")")
                .replace("{n}", number)
                .replace("{whole}", "(\\d+)")
                .replace("{decimal}", "(\\d+\\.\\d+)");
        return Pattern.compile("(?<= )" + pattern + "(?= )" + (unless.isEmpty() ? "" : "(?! (?:" + unless + ") )"));
    }

    private static Set<String> needs(String wording) {
        return Stream.of(wording.split(" ", -1))
                .filter(word -> !word.startsWith("{") && !word.equals("..."))
                .collect(Collectors.toSet());
    }

    /** Every number that a wording knows; of two in the same place the earlier wording's counts. */
    List<Match> find(Text text) {
        if (text.words().stream().map(Word::text).noneMatch(this::tellsNumber)) {
            return List.of();
        }
        String line = text.words().stream().map(Word::text).collect(Collectors.joining(" ", " ", " "));
        List<Match> told = new ArrayList<>();
        Set<String> said = text.words().stream().map(Word::text).collect(Collectors.toSet());
        for (Wording wording : wordings) {
            if (!wording.mayBeIn(said)) {
                continue;
            }
            Matcher found = wording.pattern.matcher(line);
            while (found.find()) {
                List<Integer> at = words(line, found.start(), found.end());
                boolean fits = !wording.alone || standsAlone(at, text.words());
                if (fits && told.stream().noneMatch(other -> other.at().stream().anyMatch(at::contains))) {
                    add(wording.measure, found, at, told);
                }
            }
        }
        return told;
    }

    private boolean tellsNumber(String word) {
        return written.containsKey(word) || word.chars().anyMatch(Character::isDigit);
    }

    /** Whether punctuation stands on both sides, and no other number beyond it: "sets of 15, 12, 10" are no ages. */
    private static boolean standsAlone(List<Integer> at, List<Word> words) {
        int first = at.get(0);
        int next = at.get(at.size() - 1) + 1;
        boolean begins = first == 0 || (words.get(first).opens() && !isNumber(words.get(first - 1)));
        boolean ends = next == words.size() || (words.get(next).opens() && !isNumber(words.get(next)));
        return begins && ends;
    }

    private static boolean isNumber(Word word) {
        return Character.isDigit(word.text().charAt(0));
    }

    private void add(Measure measure, Matcher found, List<Integer> at, List<Match> told) {
        double value = value(found.group(1));
        if (!measure.units().isEmpty()) {
            value *= measure.units().get(found.group("unit"));
        }
        for (Band band : measure.bands()) {
            if (band.from() <= value && value < band.below()) {
                told.add(new Match(band.token(), band.absent() ? Says.NO : Says.YES, at));
            }
        }
    }

    private double value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Double.parseDouble(number);
        }
        return Stream.of(number.split(" ")).mapToInt(written::get).sum();
    }

    private static List<Integer> words(String line, int start, int end) {
        int first = (int) line.substring(0, start).chars().filter(c -> c == ' ').count() - 1;
        int count =
                (int) line.substring(start, end).chars().filter(c -> c == ' ').count() + 1;
        return IntStream.range(first, first + count).boxed().toList();
    }
}

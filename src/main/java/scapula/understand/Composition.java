package scapula.understand;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.Pattern;
import scapula.domain.Pattern.Says;
import scapula.understand.Runs.Run;
import scapula.understand.Text.Sentence;

/** Finds composed wordings: a part of the body, a complaint and what else a pattern asks for, near each other. */
final class Composition {

    /** Readings of one pattern in one sentence that are kept, tightest first. */
    private static final int MOST = 6;

    /** Readings of one pattern that are looked for at all: a message that says one thing many times has said it. */
    private static final int ENOUGH = 24;

    private static final int WORDS_OF_A_PART = 5;

    private static final BitSet NOTHING = new BitSet();

    /** A pattern whose lists of phrases are known by number. */
    private static final class Frame {

        /** Its place among all patterns. */
        private final int order;

        private final Pattern pattern;
        private final boolean seesNames;
        private final int[] parts;
        private final int unless;
        private final int with;

        Frame(int order, Pattern pattern, Map<List<String>, Integer> numbers) {
            this.order = order;
            this.pattern = pattern;
            this.seesNames = Match.isNoFinding(pattern.token()) || pattern.says() == Says.MAYBE;
            this.parts = pattern.parts().stream()
                    .mapToInt(part -> number(part, numbers))
                    .toArray();
            this.unless = number(pattern.unless(), numbers);
            this.with = number(pattern.with(), numbers);
        }

        /** Whether its parts are said, what it needs beside them is, and nothing that speaks against it. */
        boolean mayBeIn(BitSet said) {
            for (int part : parts) {
                if (!said.get(part)) {
                    return false;
                }
            }
            return !said.get(unless) && (pattern.with().isEmpty() || said.get(with));
        }
    }

    private final Runs<Integer> phrases = new Runs<>();

    /** The patterns by the part of each that the fewest phrases fill, and that is said the least. */
    private final Map<Integer, List<Frame>> frames = new HashMap<>();

    private final Set<String> contrasts;

    /** @param contrasts words that no pattern reaches across: "but" */
    Composition(List<Pattern> patterns, Set<String> contrasts, Cutting cutting) {
        this.contrasts = contrasts;
        Map<List<String>, Integer> numbers = new LinkedHashMap<>();
        for (int order = 0; order < patterns.size(); order++) {
            Pattern pattern = patterns.get(order);
            List<String> rarest = Collections.min(pattern.parts(), Comparator.comparingInt(List::size));
            Frame frame = new Frame(order, pattern, numbers);
            frames.computeIfAbsent(number(rarest, numbers), none -> new ArrayList<>())
                    .add(frame);
        }
        Map<String, List<Integer>> lists = new HashMap<>();
        numbers.forEach((part, number) -> part.forEach(phrase ->
                lists.computeIfAbsent(phrase, none -> new ArrayList<>(1)).add(number)));
        lists.forEach((phrase, meanings) -> phrases.add(phrase, meanings, cutting));
    }

    private static Integer number(List<String> part, Map<List<String>, Integer> numbers) {
        return numbers.computeIfAbsent(part, added -> numbers.size());
    }

    /**
     * Every reading of every pattern. Words in {@code hidden} belong to names: no finding is read from them, but figures of
     * speech and suspicions are, and they may speak for or against a finding.
     */
    List<Match> find(Text text, BitSet hidden) {
        List<Match> matches = new ArrayList<>();
        List<Run<Integer>> runs = phrases.in(text.words());
        for (Sentence sentence : text.sentences()) {
            Map<Integer, List<Run<Integer>>> said = new HashMap<>();
            for (Run<Integer> run : runs) {
                if (sentence.holds(run.first())) {
                    said.computeIfAbsent(run.meaning(), none -> new ArrayList<>(2))
                            .add(run);
                }
            }
            likely(said.keySet())
                    .forEach(frame -> read(frame, frame.seesNames ? NOTHING : hidden, said, text.words(), matches));
        }
        return matches;
    }

    /** The patterns that may be in a sentence in which these parts are said, in their order. */
    private List<Frame> likely(Set<Integer> parts) {
        BitSet said = new BitSet();
        parts.forEach(said::set);
        List<Frame> likely = new ArrayList<>();
        for (int part : parts) {
            for (Frame frame : frames.getOrDefault(part, List.of())) {
                if (frame.mayBeIn(said)) {
                    likely.add(frame);
                }
            }
        }
        likely.sort(Comparator.comparingInt(frame -> frame.order));
        return likely;
    }

    private void read(
            Frame frame, BitSet hidden, Map<Integer, List<Run<Integer>>> said, List<Word> words, List<Match> matches) {
        List<List<Run<Integer>>> runs = new ArrayList<>();
        for (int part : frame.parts) {
            List<Run<Integer>> open = said.get(part).stream()
                    .filter(run -> !isHidden(run, hidden))
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            runs.add(open);
        }
        List<List<Integer>> readings = new ArrayList<>();
        combine(frame, List.of(), runs, words, readings);
        readings.stream()
                .sorted(Comparator.comparingInt(at -> at.get(at.size() - 1) - at.get(0)))
                .limit(MOST)
                .forEach(at -> matches.add(new Match(frame.pattern.token(), frame.pattern.says(), at)));
    }

    private static boolean isHidden(Run<Integer> run, BitSet hidden) {
        int next = hidden.nextSetBit(run.first());
        return next >= 0 && next <= run.last();
    }

    /** @param runs of each part that is still to be chosen */
    private void combine(
            Frame frame,
            List<Integer> chosen,
            List<List<Run<Integer>>> runs,
            List<Word> words,
            List<List<Integer>> readings) {
        if (runs.isEmpty()) {
            readings.add(chosen);
            return;
        }
        for (Run<Integer> run : runs.get(0)) {
            if (readings.size() == ENOUGH) {
                return;
            }
            if (fits(run, chosen, frame)) {
                List<Integer> longer = IntStream.concat(
                                chosen.stream().mapToInt(Integer::intValue),
                                IntStream.rangeClosed(run.first(), run.last()))
                        .sorted()
                        .boxed()
                        .toList();
                if (isTight(longer, frame.pattern.within(), words)) {
                    combine(frame, longer, runs.subList(1, runs.size()), words, readings);
                }
            }
        }
    }

    /** Whether a run is near enough to the words chosen so far, is none of them, and stands in order. */
    private static boolean fits(Run<Integer> run, List<Integer> chosen, Frame frame) {
        if (chosen.isEmpty()) {
            return true;
        }
        int first = chosen.get(0);
        int last = chosen.get(chosen.size() - 1);
        int furthest = frame.pattern.within() + WORDS_OF_A_PART * frame.parts.length;
        if (run.last() < last - furthest || run.first() > first + furthest) {
            return false;
        }
        boolean early = frame.pattern.inOrder() && run.first() < last;
        return !early && chosen.stream().noneMatch(at -> run.first() <= at && at <= run.last());
    }

    private boolean isTight(List<Integer> at, int within, List<Word> words) {
        int first = at.get(0);
        int last = at.get(at.size() - 1);
        return last - first + 1 - at.size() <= within
                && IntStream.rangeClosed(first, last)
                        .noneMatch(i -> contrasts.contains(words.get(i).text()) && !at.contains(i));
    }
}

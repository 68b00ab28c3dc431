package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion.Advise;
import scapula.domain.Conclusion.Ask;
import scapula.domain.Conclusion.Caution;
import scapula.domain.Level;

/**
 * How soon help is needed, by what the rules concluded: the highest level counts, whatever fired first. Two weak flags
 * raise it by one step, and never to an emergency (clinical reference, 2.3).
 *
 * @param level what is settled
 * @param crisis whether a crisis line is to be shown besides
 * @param because the steps that led to the level
 * @param asks dangers that have to be asked about, the one that could reveal the most first
 */
record Verdict(Level level, boolean crisis, List<Step> because, List<Step> asks) {

    private static final int ENOUGH_TO_RAISE = 2;

    private static final Comparator<Step> REVEALS_MOST_FIRST = Comparator.comparing(
                    (Step step) -> named(((Ask) step.conclusion()).reveals()))
            .reversed()
            .thenComparing(Weighing.MOST_SPECIFIC_FIRST);

    /** @param isFinal whether nothing is left to ask, so that what was said with reserve counts */
    static Verdict of(Trail trail, boolean isFinal) {
        Set<String> superseded = trail.superseded();
        List<Step> advised = new ArrayList<>(trail.of(Advise.class));
        advised.removeIf(step -> superseded.contains(step.rule().name()) || (step.isProvisional() && !isFinal));
        boolean crisis = advised.removeIf(step -> step.conclusion().of().equals(Advise.CRISIS));
        Map<String, Step> cautions = new TreeMap<>();
        trail.of(Caution.class).stream()
                .sorted(Trail.BY_RULE)
                .forEach(step -> cautions.putIfAbsent(step.conclusion().of(), step));
        Level advisedLevel = highest(advised);
        Level level = raised(advisedLevel, cautions);
        List<Step> because = new ArrayList<>(advised.stream()
                .filter(step -> level(step) == advisedLevel)
                .sorted(Trail.BY_RULE)
                .toList());
        if (level.isAbove(advisedLevel)) {
            because.addAll(cautions.values());
        }
        List<Step> asks =
                trail.of(Ask.class).stream().sorted(REVEALS_MOST_FIRST).toList();
        return new Verdict(level, crisis, because, asks);
    }

    private static Level highest(List<Step> advised) {
        return advised.stream().map(Verdict::level).reduce(Level.NOT_CHECKED, Level::orHigher);
    }

    private static Level raised(Level advised, Map<String, Step> cautions) {
        Level level = cautions.values().stream()
                .map(step -> named(((Caution) step.conclusion()).atLeast()))
                .filter(least -> least.isAbove(Level.SELF_CARE))
                .reduce(advised, Level::orHigher);
        if (cautions.size() < ENOUGH_TO_RAISE) {
            return level;
        }
        return switch (level) {
            case NOT_CHECKED, SELF_CARE -> Level.SOON_TWO_WEEKS;
            case SOON_TWO_WEEKS -> Level.SOON_THREE_DAYS;
            case SOON_THREE_DAYS, URGENT -> Level.URGENT;
            case EMERGENCY -> Level.EMERGENCY;
        };
    }

    static Level level(Step step) {
        return named(step.conclusion().of());
    }

    static Level named(String level) {
        return Level.named(level).orElse(Level.NOT_CHECKED);
    }
}

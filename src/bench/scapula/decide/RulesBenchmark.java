package scapula.decide;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import scapula.content.Content;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Quote;
import scapula.domain.RuleText;
import scapula.domain.Situation;

/** How long it takes to weigh one case, and how that grows with the number of rules. Compiling takes minutes first. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {

    private static final Quote TOLD = Quote.tapped(1);

    /** About so many: the real rules cut short after the signs and the first topics, or together with renamed copies. */
    @Param({"300", "700", "1500", "3000"})
    public int about;

    private RuleBook rules;
    private List<Object> facts;

    @Setup
    public void compile() {
        Content content = Content.open(Path.of("."), LocalDate.of(2026, 1, 1));
        List<RuleText> safety = content.rules().stream()
                .filter(text -> text.file().contains("/safety/") || text.file().contains("/signs/"))
                .sorted(Comparator.comparing(text -> !text.file().contains("/signs/")))
                .toList();
        List<RuleText> grown = new ArrayList<>();
        for (int copy = 0, rulesSoFar = 0; rulesSoFar < about; copy++) {
            for (RuleText text : safety) {
                long here = text.text().lines().filter(line -> line.startsWith("rule ")).count();
                if (rulesSoFar < about) {
                    grown.add(copied(text, copy));
                    rulesSoFar += (int) here;
                }
            }
        }
        rules = RuleBook.compiled(grown);
        facts = Stream.of(
                        Stream.of(new Situation(true, false, "same")),
                        Stream.of("side:left", "loc:scapula", "q:ache", "trig:row_pull", "onset:next_days", "dur:d1_3")
                                .map(token -> new Present(token, TOLD)),
                        Stream.of("sev:moderate", "age:20_39", "agg:arm_movement", "assoc:nausea_vomit")
                                .map(token -> new Present(token, TOLD)),
                        Stream.of("assoc:chest_pain", "assoc:breathless", "assoc:collapse", "assoc:fever")
                                .map(token -> new Absent(token, TOLD)))
                .flatMap(all -> all)
                .map(Object.class::cast)
                .toList();
    }

    /** A copy concludes signs of its own, so that its rules build on each other and not on those of other copies. */
    private static RuleText copied(RuleText text, int copy) {
        return copy == 0
                ? text
                : new RuleText(
                        text.file().replace(".drl", copy + ".drl"),
                        text.text()
                                .replaceAll("(?m)^rule \"", "rule \"" + copy + " ")
                                .replaceAll("Sign\\( (of == )?\"", "Sign( $1\"" + copy + " "));
    }

    @Benchmark
    public int weigh() {
        return rules.weigh(facts).of(scapula.domain.Conclusion.class).size();
    }
}

package scapula.understand;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import scapula.content.Content;
import scapula.domain.Context.Cue;
import scapula.domain.Wordings;

/**
 * How long one message of 30 words takes to read, stage by stage; {@code words} is the baseline.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.args="--only jmh"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

    private static final String MESSAGE = "upper left of my back been burnin 3 wks since deadlifts, no chest pain but abit"
            + " short of breath on the stairs, im 52, should i still train or see someone?";

    private final Wordings wordings =
            Content.open(Path.of(".")).wordings();
    private final Cutting cutting = new Cutting();
    private final Typing typing = new Typing(wordings, cutting);
    private final Lexicon lexicon = new Lexicon(wordings.tokens(), wordings.context().words(Cue.FILLERS), cutting);
    private final Composition composition =
            new Composition(wordings.patterns(), wordings.context().words(Cue.CONTRASTS), cutting);
    private final Numbers numbers = new Numbers(wordings.numerals());
    private final Near near = new Near(wordings.likenesses(), wordings.context(), cutting);
    private final Cues.Finder cues = new Cues.Finder(wordings.context(), new Cutting());
    private final FindingReader reader = new FindingReader(wordings);
    private final Text text = typing.read(MESSAGE);

    @Benchmark
    public Object words() {
        return Text.words(MESSAGE);
    }

    @Benchmark
    public Object typing() {
        return typing.read(MESSAGE);
    }

    @Benchmark
    public Object listedWordings() {
        return lexicon.find(text.words());
    }

    @Benchmark
    public Object composedWordings() {
        return composition.find(text, new BitSet());
    }

    @Benchmark
    public Object numbers() {
        return numbers.find(text);
    }

    @Benchmark
    public Object nearWordings() {
        return near.find(text, token -> false);
    }

    @Benchmark
    public Object context() {
        return cues.in(text);
    }

    @Benchmark
    public List<?> allOfTheFindings() {
        return reader.read(MESSAGE, 1).findings();
    }
}

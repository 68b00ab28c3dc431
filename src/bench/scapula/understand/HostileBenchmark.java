package scapula.understand;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import scapula.content.Content;

/** How long the longest and most awkward messages take to read, each of 2,000 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HostileBenchmark {

    private static final int LONGEST = 2_000;

    private static final Map<String, String> PIECES = Map.of(
            "one letter", "a",
            "brackets", "([{",
            "one danger", "chest pain ",
            "denials", "no ",
            "made-up words", "xqvzkwjj pfghtrmm ",
            "misspelt words", "shouldr bakc brething ",
            "plain words", "then my left leg and the top of my back felt numb and heavy while I was on the sofa ");

    @Param({"one letter", "brackets", "one danger", "denials", "made-up words", "misspelt words", "plain words"})
    private String of;

    private final FindingReader reader = new FindingReader(
            Content.open(Path.of(".")).wordings());

    @Benchmark
    public Object read() {
        String piece = PIECES.get(of);
        return reader.read(piece.repeat(LONGEST / piece.length()), 1);
    }
}

package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All benchmarks of single classes, run by JMH. */
final class Harness {

    private Harness() {}

    static JsonNode measure(Bench bench) throws IOException, RunnerException {
        Path results = bench.into().resolve("jmh.json").toAbsolutePath();
        OptionsBuilder options = new OptionsBuilder();
        options.resultFormat(ResultFormatType.JSON).result(results.toString());
        if (bench.quick()) {
            options.warmupIterations(1).measurementIterations(1);
        }
        Collection<RunResult> runs = new Runner(options.build()).run();
        System.out.println(runs.size() + " benchmarks, see " + results);
        return Chat.JSON.readTree(results.toFile());
    }
}

package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a turn takes, stage by stage, with the content that there is or with other content. */
final class Stages {

    private Stages() {}

    /**
     * Of a turn.
     *
     * @param micros of processor time
     */
    record Stage(double micros, double bytes) {}

    /** @param micros of all stages */
    record Result(Map<String, Stage> stages, double micros, long turns) {}

    static JsonNode measure(Bench bench) throws IOException, InterruptedException {
        JsonNode result = in(bench, JavaProgram.CLASSPATH, bench.times(60, 12), bench.times(30, 4));
        System.out.println(result);
        return result;
    }

    /** The same with other classes, which hold other content. */
    static JsonNode in(Bench bench, String classpath, int secondsToWarmUp, int seconds)
            throws IOException, InterruptedException {
        return JavaProgram.json(
                List.of("-Xmx1g"),
                classpath,
                StagedTurns.class,
                bench.messagesFile().toString(),
                Integer.toString(secondsToWarmUp),
                Integer.toString(seconds));
    }
}

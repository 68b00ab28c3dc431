package scapula;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.Message;
import scapula.talk.Refused;

/** How many messages of a file get the answer that the file expects. */
@Command(
        name = "score",
        description = "Tells how many messages of a file get the answer that the file expects.",
        mixinStandardHelpOptions = true)
final class Score implements Callable<Integer> {

    /** A back question for which none of the answers that the file is about is right. */
    private static final String OTHER = "other";

    /** A message about something else, which is to be declined. */
    private static final String UNRELATED = "unrelated";

    private static final Set<String> DECLINED = Set.of("out-of-scope", "other-place", "unclear");

    /**
     * A message and the labels that are right for it.
     *
     * @param labels ids of answers or remarks, or {@code other}, or {@code unrelated}
     */
    record Expected(List<String> labels, String message) {

        /** Reads {@code label|label<TAB>message}, one a line. */
        static List<Expected> read(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .map(line -> new Expected(
                            List.of(line.substring(0, line.indexOf('\t')).split("\\|", -1)),
                            line.substring(line.indexOf('\t') + 1)))
                    .toList();
        }

        /** What came first; nothing, where only a question was put. */
        private static String first(List<String> told) {
            return told.isEmpty() ? "" : told.get(0);
        }

        /** Whether what was told is right; {@code asked} are the labels that come first anywhere in the file. */
        boolean isMetBy(List<String> told, Set<String> asked) {
            return switch (labels.get(0)) {
                case OTHER -> told.stream().noneMatch(asked::contains);
                case UNRELATED -> DECLINED.contains(first(told));
                default -> labels.contains(first(told));
            };
        }
    }

    @Parameters(paramLabel = "FILE", description = "Lines of label, tab, message; two right labels with | between.")
    private Path file;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, Refused {
        Assembly assembly = setting.assemble(spec);
        List<Expected> expected = Expected.read(file);
        of(assembly, expected);
        long start = System.nanoTime();
        Map<String, int[]> rightOfAll = of(assembly, expected);
        double millis = (System.nanoTime() - start) / 1e6 / expected.size();
        PrintWriter out = spec.commandLine().getOut();
        rightOfAll.forEach((label, tally) -> out.printf("%-24s %4d of %4d%n", label, tally[0], tally[1]));
        int right = rightOfAll.values().stream().mapToInt(tally -> tally[0]).sum();
        int all = rightOfAll.values().stream().mapToInt(tally -> tally[1]).sum();
        out.printf("%-24s %4d of %4d = %.1f %%%n", "all", right, all, 100.0 * right / all);
        out.printf("%.2f ms a message when warm (second pass over the file, one thread)%n", millis);
        out.flush();
        return ExitCode.OK;
    }

    /** For each label the number of messages that were answered right, and of all. */
    static Map<String, int[]> of(Assembly assembly, List<Expected> expected) throws Refused {
        Set<String> asked = expected.stream().map(one -> one.labels().get(0)).collect(Collectors.toSet());
        Map<String, int[]> rightOfAll = new TreeMap<>();
        for (Expected one : expected) {
            List<String> told = assembly.conversations()
                    .say(Optional.empty(), Optional.empty(), Optional.empty(), new Message(one.message(), List.of()))
                    .lastTurn()
                    .decision()
                    .told();
            int[] tally = rightOfAll.computeIfAbsent(one.labels().get(0), label -> new int[2]);
            tally[0] += one.isMetBy(told, asked) ? 1 : 0;
            tally[1]++;
        }
        return rightOfAll;
    }
}

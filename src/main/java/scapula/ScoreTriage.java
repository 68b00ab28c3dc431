package scapula;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.Decision;
import scapula.domain.Decision.Asked;
import scapula.domain.Level;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.talk.Refused;

/** How many first messages of a file are met by an emergency, or by a question about the danger, at once. */
@Command(
        name = "score-triage",
        description = "Tells how many first messages are met by an emergency, or asked about, at once.",
        mixinStandardHelpOptions = true)
final class ScoreTriage implements Callable<Integer> {

    /** How a first message is met. */
    enum Met {
        /** The level is an emergency, or the crisis card is shown. */
        AT_ONCE("an emergency at once"),
        /** A danger's own question is put, with what to do if the danger is there. */
        ASKED("asked about at once"),
        /** The check begins, whose first lists name the danger signs. */
        CHECKED("met by the check"),
        /** Neither. */
        LEFT("left");

        private final String words;

        Met(String words) {
            this.words = words;
        }

        static Met by(Decision decision) {
            String question = decision.asked().map(Asked::id).orElse("");
            if (decision.triage().level() == Level.EMERGENCY
                    || decision.triage().crisis()) {
                return AT_ONCE;
            }
            return Question.isOfDanger(question) ? ASKED : question.startsWith("Q") ? CHECKED : LEFT;
        }
    }

    @Parameters(paramLabel = "FILE", description = "Lines of red-flag row, tab, level, tab, message.")
    private Path file;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, Refused {
        PrintWriter out = spec.commandLine().getOut();
        of(setting.assemble(spec), file).forEach((level, tally) -> {
            long all = tally.values().stream().mapToLong(Long::longValue).sum();
            String met = tally.entrySet().stream()
                    .map(entry -> "%d %s (%.1f %%)"
                            .formatted(entry.getValue(), entry.getKey().words, 100.0 * entry.getValue() / all))
                    .collect(Collectors.joining(", "));
            out.printf("%-10s %4d: %s%n", level, all, met);
        });
        out.flush();
        return ExitCode.OK;
    }

    /** By the level that a message should lead to, how many are met in which way. */
    static Map<String, Map<Met, Long>> of(Assembly assembly, Path file) throws IOException, Refused {
        Map<String, Map<Met, Long>> tallies = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                List<String> parts = List.of(line.split("\t", 3));
                Decision decision = assembly.conversations()
                        .say(Optional.empty(), Optional.empty(), Optional.empty(), new Message(parts.get(2), List.of()))
                        .lastTurn()
                        .decision();
                tallies.computeIfAbsent(parts.get(1), level -> new EnumMap<>(Met.class))
                        .merge(Met.by(decision), 1L, Long::sum);
            }
        }
        return tallies;
    }
}

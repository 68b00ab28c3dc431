package scapula;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import scapula.content.Content;
import scapula.understand.Reader;

/** Cross-validation of the intents: each example is read by a model that has not seen it. */
@Command(
        name = "measure",
        description = "Tells how well each intent is recognised, by cross-validation over its examples.",
        mixinStandardHelpOptions = true)
final class Measure implements Callable<Integer> {

    @Option(
            names = "--folds",
            defaultValue = "10",
            paramLabel = "N",
            description = "Into how many parts the examples are split. Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Option(
            names = "--on",
            paramLabel = "FILE",
            description =
                    "Instead: how the program as it is reads the messages of a file, lines of intent, tab, message.")
    private Path file;

    @Mixin
    private Setting setting;

    @Spec
    private CommandSpec spec;

    /** How one intent fared. */
    private static final class Tally {
        private int examples;
        private int found;
        private int claimed;

        double recall() {
            return examples == 0 ? 0 : (double) found / examples;
        }

        double precision() {
            return claimed == 0 ? 0 : (double) found / claimed;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (folds < 2) {
            throw new ParameterException(spec.commandLine(), "--folds must be 2 or more.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Assembly assembly = setting.assemble(spec);
        if (file == null) {
            print(tally(assembly.content()), folds + " folds", out);
        } else {
            print(tally(assembly, Files.readAllLines(file)), file.getFileName().toString(), out);
        }
        return ExitCode.OK;
    }

    private static void print(Map<String, Tally> tallies, String how, PrintWriter out) {
        out.printf("%-24s %8s %9s %7s %6s%n", "intent", "examples", "precision", "recall", "F1");
        tallies.values().removeIf(tally -> tally.examples == 0);
        tallies.forEach((intent, tally) -> out.printf(
                "%-24s %8d %9.3f %7.3f %6.3f%n",
                intent, tally.examples, tally.precision(), tally.recall(), tally.f1()));
        int examples =
                tallies.values().stream().mapToInt(tally -> tally.examples).sum();
        int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
        double macro =
                tallies.values().stream().mapToDouble(Tally::f1).average().orElse(0);
        out.printf("%s, %d examples: accuracy %.3f, macro-F1 %.3f%n", how, examples, (double) found / examples, macro);
        out.flush();
    }

    private static Map<String, Tally> tally(Assembly assembly, List<String> lines) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (String line : lines) {
            String intent = line.substring(0, line.indexOf('\t'));
            String guess = assembly.reader()
                    .surestIntent(line.substring(line.indexOf('\t') + 1))
                    .id();
            count(intent, guess, tallies);
        }
        return tallies;
    }

    private static void count(String intent, String guess, Map<String, Tally> tallies) {
        Tally own = tallies.computeIfAbsent(intent, first -> new Tally());
        own.examples++;
        own.found += guess.equals(intent) ? 1 : 0;
        tallies.computeIfAbsent(guess, first -> new Tally()).claimed++;
    }

    private Map<String, Tally> tally(Content content) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        content.examples().keySet().forEach(intent -> tallies.put(intent, new Tally()));
        for (int fold = 0; fold < folds; fold++) {
            Map<String, List<String>> train = new LinkedHashMap<>();
            Map<String, List<String>> test = new LinkedHashMap<>();
            split(content, fold, train, test);
            Reader reader = Reader.trained(content.wordings(), train, content.languages());
            test.forEach((intent, messages) -> messages.forEach(
                    message -> count(intent, reader.surestIntent(message).id(), tallies)));
        }
        return tallies;
    }

    /** Every so many lines one is kept aside, so that each writer of the examples is in each part. */
    private void split(Content content, int fold, Map<String, List<String>> train, Map<String, List<String>> test) {
        content.examples().forEach((intent, messages) -> {
            train.put(intent, new ArrayList<>());
            test.put(intent, new ArrayList<>());
            for (int i = 0; i < messages.size(); i++) {
                (i % folds == fold ? test : train).get(intent).add(messages.get(i));
            }
        });
    }
}

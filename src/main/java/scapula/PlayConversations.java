package scapula;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scapula.domain.ContentProblem;
import scapula.domain.Mistake;
import scapula.domain.WrittenRule;
import scapula.talk.Refused;

/** For editors: whether a folder's conversations and cases still are what its rules and models say. */
@Command(
        name = "test",
        description =
                "Plays the conversations and cases below rules/ of a folder, with its rules and models, and shows "
                        + "what differs from what is kept. Rules or models that were changed are compiled and trained first, "
                        + "which takes a minute.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PlayConversations implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", defaultValue = ".", description = "The folder. Default: this one.")
    private Path folder;

    @Option(
            names = "--accept",
            description = "Write what is said now into the conversations that differ. Read the changes before you keep "
                    + "them: what was said before is gone.")
    private boolean accept;

    @Spec
    private CommandSpec spec;

    /** What became of one conversation or case: it differs here, and goes against these claims. */
    private record Outcome(List<Difference> differences, List<Mistake> broken) {

        static Outcome broken(List<Mistake> mistakes) {
            return new Outcome(List.of(), mistakes);
        }

        boolean isWell() {
            return differences.isEmpty() && broken.isEmpty();
        }
    }

    @Override
    public Integer call() throws Exception {
        Assembly assembly =
                spec.commandLine().getFactory().create(Setting.class).assemble(spec, folder);
        Set<String> rules =
                assembly.content().written().stream().map(WrittenRule::name).collect(Collectors.toSet());
        List<Transcript> transcripts = Transcript.in(folder);
        List<RuleCase> cases = RuleCase.in(folder);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.addAll(transcripts.parallelStream()
                .map(kept -> outcome(kept, assembly, rules))
                .toList());
        outcomes.addAll(
                cases.parallelStream().map(one -> outcome(one, assembly, rules)).toList());
        return tell(outcomes, transcripts.size(), cases.size());
    }

    private int tell(List<Outcome> outcomes, int transcripts, int cases) {
        PrintWriter out = spec.commandLine().getOut();
        List<Outcome> ill =
                outcomes.stream().filter(outcome -> !outcome.isWell()).toList();
        ill.forEach(outcome -> {
            outcome.differences().forEach(out::println);
            outcome.broken().forEach(out::println);
        });
        boolean failed =
                ill.stream().anyMatch(outcome -> !accept || !outcome.broken().isEmpty());
        String end = ill.isEmpty()
                ? "all as they are kept."
                : accept && !failed ? ill.size() + " written as they are now." : ill.size() + " not as they are kept.";
        out.printf("%d conversations, %d cases: %s%n", transcripts, cases, end);
        out.flush();
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Outcome outcome(Transcript kept, Assembly assembly, Set<String> rules) {
        try {
            Transcript now = kept.replayed(new Rehearsal(assembly));
            List<Difference> differences = Difference.between(kept, now);
            if (accept && !differences.isEmpty()) {
                now.write();
            }
            return new Outcome(differences, broken(kept, now, rules));
        } catch (ContentProblem unsaid) {
            return Outcome.broken(unsaid.mistakes());
        }
    }

    private static List<Mistake> broken(Transcript kept, Transcript now, Set<String> rules) {
        List<Mistake> broken = new ArrayList<>();
        for (String rule : kept.nearMisses()) {
            if (!rules.contains(rule)) {
                broken.add(new Mistake(kept.name(), kept.lineOf(rule), "there is no rule \"" + rule + "\"."));
            }
            if (now.because().contains(rule)) {
                broken.add(new Mistake(kept.name(), kept.lineOf(rule), "the rule \"" + rule + "\" must not speak."));
            }
        }
        kept.ends()
                .filter(level -> !level.equals(now.level()))
                .ifPresent(level -> broken.add(new Mistake(
                        kept.name(), kept.lineOf(level), "it ends with " + now.level() + ", not with " + level + ".")));
        return broken;
    }

    private static Outcome outcome(RuleCase one, Assembly assembly, Set<String> rules) {
        List<Mistake> broken = new ArrayList<>();
        if (!rules.contains(one.rule())) {
            broken.add(new Mistake(one.file(), one.line(), "there is no rule \"" + one.rule() + "\"."));
            return Outcome.broken(broken);
        }
        try {
            if (!speaks(one.rule(), one.speaks(), assembly)) {
                broken.add(new Mistake(one.file(), one.line(), "\"" + one.rule() + "\" does not speak where it must."));
            }
            if (speaks(one.rule(), one.silent(), assembly)) {
                broken.add(new Mistake(one.file(), one.line(), "\"" + one.rule() + "\" speaks where it must not."));
            }
        } catch (Refused refused) {
            broken.add(new Mistake(one.file(), one.line(), "this cannot be said (" + refused.why() + ")."));
        }
        return Outcome.broken(broken);
    }

    private static boolean speaks(String rule, RuleCase.Said said, Assembly assembly) throws Refused {
        Rehearsal rehearsal = new Rehearsal(assembly);
        said.to(rehearsal);
        return rehearsal.speaks(rule);
    }
}

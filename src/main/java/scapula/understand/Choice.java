package scapula.understand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Intent;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Question.Option;
import scapula.domain.Quote;

/** Which options of a question a message picks, tapped or typed, and what they say. */
final class Choice {

    private Choice() {}

    /** The options that were tapped, or that a message names and nothing else. */
    static List<Chosen> of(Question question, Message message) {
        List<String> picked = message.chosen().isEmpty() ? named(question, message.text()) : message.chosen();
        return question.options().stream()
                .filter(option -> picked.contains(option.id()))
                .map(option -> new Chosen(question.id(), option.id()))
                .toList();
    }

    /** Whether the text is that of the options which were tapped, so that nothing more is to be read in it. */
    static boolean isOptions(Question question, Message message) {
        String said = question.options().stream()
                .filter(option -> message.chosen().contains(option.id()))
                .map(Option::message)
                .collect(Collectors.joining(", "));
        return !said.isEmpty() && said.equals(message.text());
    }

    /**
     * The option that is meant by a yes, a no or the like. A bare yes or no to a list says nothing; who would rather not
     * say leaves a danger open.
     */
    static Optional<Chosen> meant(Question question, List<Intent> wanted) {
        boolean isOne = question.kind() == Kind.ONE;
        String option = switch (wanted.get(0).id()) {
            case Intent.YES -> isOne ? "yes" : "";
            case Intent.NO -> isOne ? Question.NONE : "";
            case Intent.NONE_OF_THESE -> Question.NONE;
            case Intent.NOT_SURE -> Question.UNSURE;
            case Intent.REFUSE -> Question.isOfDanger(question.id()) ? Question.UNSURE : Question.REFUSED;
            default -> "";
        };
        boolean offered = option.equals(Question.REFUSED)
                || question.options().stream().anyMatch(one -> one.id().equals(option));
        return Optional.of(new Chosen(question.id(), option)).filter(answer -> offered);
    }

    /** The options that a message picks by telling what they set; a list is not answered by telling one item of it. */
    static List<Chosen> told(Question question, List<Finding> findings) {
        List<String> present = findings.stream()
                .filter(finding -> !(finding instanceof Absent))
                .map(Finding::token)
                .toList();
        boolean isChoice = question.kind() == Kind.ONE && question.fills().isEmpty();
        return question.options().stream()
                .filter(option -> isChoice && option.tokens().stream().anyMatch(present::contains))
                .map(option -> new Chosen(question.id(), option.id()))
                .toList();
    }

    /**
     * What the picked options say. What is not ticked in a list that was sent is not there, and neither is anything of it
     * where "none" was picked; of several things that one option holds it is not known which is meant.
     */
    static List<Finding> findings(Question question, List<Chosen> chosen, int turn) {
        Quote tapped = Quote.tapped(turn);
        List<String> picked = chosen.stream().map(Chosen::option).toList();
        boolean unsure = picked.contains(Question.UNSURE) || picked.contains(Question.REFUSED);
        Map<String, Finding> findings = new LinkedHashMap<>();
        if (isDenied(question, picked)) {
            question.listed().forEach(token -> findings.put(token, new Absent(token, tapped)));
        }
        if (unsure && question.id().startsWith(Question.MAKES_SURE)) {
            question.tokens().forEach(token -> findings.put(token, new Unsure(token, tapped)));
        }
        question.options().stream()
                .filter(option -> picked.contains(option.id()))
                .forEach(option -> {
                    option.setsAny().stream()
                            .filter(token -> !Question.isOfDanger(question.id()))
                            .forEach(token -> findings.put(token, new Unsure(token, tapped)));
                    option.sets().forEach(token -> findings.put(token, new Present(token, tapped)));
                    option.denies().forEach(token -> findings.put(token, new Absent(token, tapped)));
                });
        return List.copyOf(findings.values());
    }

    /** A list that was sent denies what is not ticked; of what was ticked before, nothing is denied by leaving it out. */
    private static boolean isDenied(Question question, List<String> picked) {
        boolean unsure = picked.contains(Question.UNSURE) || picked.contains(Question.REFUSED);
        boolean isMakingSure = question.id().startsWith(Question.MAKES_SURE);
        boolean isOfDanger = Question.isOfDanger(question.id()) && !isMakingSure;
        return !unsure && !isOfDanger && (question.kind() == Kind.MANY || picked.contains(Question.NONE));
    }

    /** Tokens that the picked options take away. */
    static Set<String> takenBack(Question question, List<Chosen> chosen) {
        List<String> picked = chosen.stream().map(Chosen::option).toList();
        return question.options().stream()
                .filter(option -> picked.contains(option.id()))
                .flatMap(option -> option.denies().stream())
                .collect(Collectors.toSet());
    }

    /** The options that a text consists of, with commas, "and" or "&" between them. */
    private static List<String> named(Question question, String text) {
        Optional<String> whole = named(question, stems(text));
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Optional<String>> parts = Stream.of(text.split("[,;.&+\\n]|\\band\\b"))
                .map(Choice::stems)
                .filter(part -> !part.isEmpty())
                .map(part -> named(question, part))
                .toList();
        boolean isList = question.kind() == Kind.MANY;
        return isList || parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).distinct().toList()
                : List.of();
    }

    private static Optional<String> named(Question question, List<String> typed) {
        return question.options().stream()
                .filter(option -> says(option, typed))
                .map(Option::id)
                .findFirst();
    }

    private static boolean says(Option option, List<String> typed) {
        return Stream.concat(Stream.of(option.id(), option.label(), option.message()), option.words().stream())
                .anyMatch(wording -> stems(wording).equals(typed));
    }

    private static List<String> stems(String text) {
        return Text.words(text).stream().map(Word::stem).toList();
    }
}

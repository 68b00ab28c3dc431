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

    /** The options that a message picks by telling what they set. */
    static List<Chosen> told(Question question, List<Finding> findings) {
        List<String> present = findings.stream()
                .filter(finding -> !(finding instanceof Absent))
                .map(Finding::token)
                .toList();
        return question.options().stream()
                .filter(option -> option.tokens().stream().anyMatch(present::contains))
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
        boolean unsure = picked.contains(Question.UNSURE);
        Map<String, Finding> findings = new LinkedHashMap<>();
        if ((!unsure && question.kind() == Kind.MANY) || picked.contains(Question.NONE)) {
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
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).toList()
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

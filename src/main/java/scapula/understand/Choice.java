package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Option;
import scapula.domain.Quote;

/** Which options of a question a message picks, tapped or typed, and what they say. */
final class Choice {

    private Choice() {}

    static List<Chosen> of(Question question, Message message) {
        List<Chosen> chosen = new ArrayList<>();
        List<String> typed = stems(message.text());
        for (Option option : question.options()) {
            boolean picked = message.chosen().isEmpty()
                    ? says(option, typed)
                    : message.chosen().contains(option.id());
            if (picked) {
                chosen.add(new Chosen(question.id(), option.id()));
            }
        }
        return chosen;
    }

    /** What the picked options set; "none" denies what the others would have set, "not sure" leaves it open. */
    static List<Finding> findings(Question question, List<Chosen> chosen, int turn) {
        Quote tapped = Quote.tapped(turn);
        List<String> picked = chosen.stream().map(Chosen::option).toList();
        List<Finding> findings = new ArrayList<>();
        for (Option option : question.options()) {
            for (String token : option.sets()) {
                if (picked.contains(option.id())) {
                    findings.add(new Present(token, tapped));
                } else if (picked.contains(Question.NONE)) {
                    findings.add(new Absent(token, tapped));
                } else if (picked.contains(Question.UNSURE)) {
                    findings.add(new Unsure(token, tapped));
                }
            }
        }
        return findings;
    }

    private static boolean says(Option option, List<String> typed) {
        return Stream.concat(Stream.of(option.label(), option.message()), option.words().stream())
                .anyMatch(wording -> stems(wording).equals(typed));
    }

    private static List<String> stems(String text) {
        return Text.words(text).stream().map(Word::stem).toList();
    }
}

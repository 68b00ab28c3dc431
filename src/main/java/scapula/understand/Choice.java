package scapula.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Option;

/** Which options of a question a message picks, tapped or typed. */
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

    private static boolean says(Option option, List<String> typed) {
        return Stream.concat(Stream.of(option.label(), option.message()), option.words().stream())
                .anyMatch(wording -> stems(wording).equals(typed));
    }

    private static List<String> stems(String text) {
        return Word.of(text).stream().map(Word::stem).toList();
    }
}

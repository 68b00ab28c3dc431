package scapula.phrase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Chosen;
import scapula.domain.Conversation;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Turn;

/**
 * What a conversation leaves open.
 *
 * @param put the questions that were put, without those that only offer something
 * @param answered ids of those that were answered
 */
record Unknown(List<Question> put, Set<String> answered) {

    /** Answers that leave a question open. */
    private static final Set<String> NO_ANSWER = Set.of(Question.UNSURE, Question.REFUSED);

    static Unknown of(Conversation conversation) {
        List<Turn> turns = conversation.turns();
        List<Question> put = turns.stream()
                .filter(Turn::isOfCheck)
                .flatMap(turn -> turn.reply().question().stream())
                .filter(question -> question.kind() != Kind.SUGGESTIONS)
                .toList();
        Set<String> answered = turns.stream()
                .flatMap(turn -> turn.meaning().chosen().stream())
                .filter(answer -> !NO_ANSWER.contains(answer.option()))
                .map(Chosen::question)
                .collect(Collectors.toSet());
        return new Unknown(put, answered);
    }

    /** What was asked in vain, as it was put last. */
    List<Question> notAnswered() {
        Map<String, Question> open = new LinkedHashMap<>();
        put.stream()
                .filter(question -> !answered.contains(question.id()))
                .forEach(question -> open.put(question.id(), question));
        return List.copyOf(open.values());
    }

    /** Which of these was neither put nor answered. */
    Stream<String> notAsked(List<String> questions) {
        Set<String> ids = put.stream().map(Question::id).collect(Collectors.toSet());
        return questions.stream().filter(id -> !ids.contains(id) && !answered.contains(id));
    }
}

package scapula.http;

import java.util.List;
import scapula.domain.Made;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;
import scapula.domain.Summary.Open;
import scapula.domain.Summary.Outcome;

/** The summary as JSON, in the names of the chat contract. */
record SummaryJson(
        String conversationId,
        String title,
        String notice,
        String began,
        String lastAnswered,
        String about,
        TriageOut triage,
        List<FindingOut> findings,
        List<Open> notAnswered,
        List<Open> notAsked,
        List<BecauseOut> because,
        List<ChatReply.SourceOut> sources,
        Made version) {

    record TriageOut(
            String level,
            String within,
            String urgency,
            String name,
            String by,
            String told,
            boolean crisis,
            boolean unfinished,
            List<ChatReply.FlagOut> flags) {}

    record FindingOut(String token, String label, String state, String text, int turn, String at) {}

    record BecauseOut(String rule, List<String> sources) {}

    static SummaryJson of(Summary summary) {
        return new SummaryJson(
                summary.conversation(),
                summary.word("title"),
                summary.word("notice"),
                summary.began().toString(),
                summary.answered().toString(),
                summary.aboutOther() ? "other" : "self",
                triage(summary.outcome()),
                summary.items().stream().map(SummaryJson::finding).toList(),
                summary.notAnswered(),
                summary.notAsked(),
                summary.because().stream()
                        .map(reason -> new BecauseOut(reason.rule(), reason.sources()))
                        .toList(),
                summary.sources().stream()
                        .map(source -> new ChatReply.SourceOut(source.id(), source.title(), source.year()))
                        .toList(),
                summary.made());
    }

    private static TriageOut triage(Outcome outcome) {
        return new TriageOut(
                outcome.level().wire(),
                outcome.level().within(),
                outcome.urgency(),
                outcome.name(),
                outcome.by(),
                outcome.told().isEmpty() ? null : outcome.told(),
                outcome.crisis(),
                outcome.unfinished(),
                outcome.flags().entrySet().stream()
                        .map(flag -> new ChatReply.FlagOut(
                                flag.getKey(), flag.getValue().label()))
                        .toList());
    }

    private static FindingOut finding(Item item) {
        return new FindingOut(
                item.finding().token(),
                item.said(),
                item.finding().state(),
                item.quote().isEmpty() ? null : item.quote(),
                item.turn(),
                item.at().toString());
    }
}

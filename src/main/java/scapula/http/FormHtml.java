package scapula.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scapula.domain.Region;
import scapula.http.ChatReply.OptionOut;
import scapula.http.ChatReply.QuestionOut;
import scapula.http.ChatReply.RelatedOut;

/** The form of a page without a script: the open question, the message box and the region. */
final class FormHtml {

    private final Template words;
    private final Map<String, Region> regions;

    FormHtml(Template words, Map<String, Region> regions) {
        this.words = words;
        this.regions = regions;
    }

    /**
     * The form to go on with, or to begin.
     *
     * @param sent what stands in it again, because it has no answer yet
     * @param refused why it has none
     */
    Markup form(Optional<Transcript> talk, Region region, TalkForm sent, Markup refused) {
        int said = talk.map(told -> told.turns().size()).orElse(0);
        Optional<ChatReply> last = talk.map(told -> told.turns().get(said - 1).reply());
        Optional<QuestionOut> question = last.map(ChatReply::question);
        return words.piece(
                "form",
                Map.ofEntries(
                        Map.entry(
                                "question",
                                question.map(put -> question(put, sent)).orElse(Markup.NOTHING)),
                        Map.entry("refused", refused),
                        Map.entry("label", words.piece(question.isPresent() ? "label-instead" : "label", true)),
                        Map.entry("focus", words.piece("focus", !refused.equals(Markup.NOTHING))),
                        Map.entry("typed", sent.message()),
                        Map.entry("regions", Markup.each(regions.values(), known -> region(known, region))),
                        Map.entry(
                                "conversation",
                                talk.map(Transcript::conversationId).orElse("")),
                        Map.entry("asked", question.map(QuestionOut::id).orElse("")),
                        Map.entry("turn", said + 1),
                        Map.entry(
                                "related", related(last.map(ChatReply::related).orElse(List.of())))));
    }

    private Markup region(Region known, Region here) {
        return words.piece(
                "region",
                Map.of(
                        "id", known.id(),
                        "name", known.words().get("name"),
                        "selected", words.piece("selected", known.id().equals(here.id()))));
    }

    private Markup related(List<RelatedOut> questions) {
        return words.around(
                "related",
                "buttons",
                Markup.each(questions, question -> words.piece("related-question", Map.of("title", question.title()))));
    }

    private Markup question(QuestionOut question, TalkForm sent) {
        Set<String> headings = new LinkedHashSet<>();
        question.options().forEach(option -> headings.add(option.group()));
        List<String> groups = new ArrayList<>(headings);
        int left = question.remaining();
        return words.piece(
                "question",
                Map.of(
                        "text", question.text(),
                        "note", words.around("small", "words", question.note()),
                        "groups",
                                Markup.each(
                                        groups,
                                        heading -> group(
                                                question, heading, TalkForm.CHOSEN + groups.indexOf(heading), sent)),
                        "unticked", words.piece("unticked", !isOne(question)),
                        "remaining",
                                left == 1
                                        ? words.piece("remaining-one", true)
                                        : words.around("remaining", "count", left == 0 ? "" : left),
                        "why", words.around("why-asked", "words", question.why())));
    }

    private static boolean isOne(QuestionOut question) {
        return question.kind().equals("one");
    }

    /** @param name what the form calls the options, another for each group, so that one of each can be chosen */
    private Markup group(QuestionOut question, String heading, String name, TalkForm sent) {
        String type = isOne(question) || question.oneOf().contains(heading) ? "radio" : "checkbox";
        List<OptionOut> options = question.options().stream()
                .filter(option -> option.group().equals(heading))
                .toList();
        Markup written = Markup.each(
                options,
                option -> words.piece(
                        "option",
                        Map.of(
                                "type", type,
                                "name", name,
                                "id", option.id(),
                                "label", option.label(),
                                "checked", words.piece("checked", sent.chosen().contains(option.id())))));
        return heading.isEmpty() ? written : words.piece("group", Map.of("heading", heading, "options", written));
    }
}

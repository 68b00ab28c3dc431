package scapula.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.Region;
import scapula.http.ChatReply.FindingOut;
import scapula.http.Transcript.TurnOut;

/** A conversation as a page without a script: what was said, and the form to go on. */
final class TalkHtml {

    static final String NEWEST = "newest";

    private final Template words;
    private final ReplyHtml replies;
    private final FormHtml forms;
    private final ChatReply.Names names;

    TalkHtml(Template words, ChatReply.Names names, Map<String, Region> regions) {
        this.words = words;
        this.replies = new ReplyHtml(words);
        this.forms = new FormHtml(words, regions);
        this.names = names;
    }

    /** The page of a conversation as it stands. */
    Markup page(Conversation conversation) {
        return page(Optional.of(conversation), conversation.region(), TalkForm.EMPTY, Optional.empty(), false);
    }

    /**
     * The page before anything is said.
     *
     * @param erased whether that is because it was deleted
     */
    Markup page(Region region, boolean erased) {
        return page(Optional.empty(), region, TalkForm.EMPTY, Optional.empty(), erased);
    }

    /** The page with what could not be answered in its form again, and why. */
    Markup page(Optional<Conversation> conversation, Region region, TalkForm sent, Problem problem) {
        return page(conversation, region, sent, Optional.of(problem), false);
    }

    /** The form that begins a conversation. */
    Markup form(Region region) {
        return forms.form(Optional.empty(), region, TalkForm.EMPTY, Markup.NOTHING);
    }

    private Markup page(
            Optional<Conversation> conversation,
            Region region,
            TalkForm sent,
            Optional<Problem> problem,
            boolean erased) {
        Optional<Transcript> talk = conversation.map(told -> Transcript.of(told, names));
        List<TurnOut> turns = talk.map(Transcript::turns).orElse(List.of());
        Markup refused = problem.map(why -> refused(why, region)).orElse(Markup.NOTHING);
        return words.page(Map.of(
                "title", words.piece(problem.isPresent() ? "title-refused" : "title", true),
                "emergency", region.line(),
                "number", region.number(),
                "call", region.button(),
                "turns", Markup.each(turns, turn -> turn(turn, turn.turn() == turns.size())),
                "erased", words.piece("erased", erased),
                "form", forms.form(talk, region, sent, refused),
                "erase",
                        words.around(
                                "erase",
                                "conversation",
                                talk.map(Transcript::conversationId).orElse(""))));
    }

    private Markup refused(Problem problem, Region region) {
        return words.piece("refused", Map.of("detail", problem.getMessage(), "emergency", region.line()));
    }

    private Markup turn(TurnOut turn, boolean newest) {
        Markup said = turn.corrected() == null ? Markup.text(turn.said()) : corrected(turn);
        return words.piece("said", Map.of("words", said)).then(replies.reply(turn.reply(), newest));
    }

    private Markup corrected(TurnOut turn) {
        String label = turn.reply().understood().findings().stream()
                .filter(finding -> finding.token().equals(turn.corrected()))
                .map(FindingOut::label)
                .findFirst()
                .orElse("");
        return words.piece("correction", Map.of("label", label));
    }
}

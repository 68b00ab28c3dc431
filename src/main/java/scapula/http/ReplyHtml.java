package scapula.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Block;
import scapula.domain.Card;
import scapula.http.ChatReply.AnswerOut;
import scapula.http.ChatReply.BlockOut;
import scapula.http.ChatReply.CardOut;
import scapula.http.ChatReply.FindingOut;

/** One reply on a page without a script: in the order, and with the class names, that a script gives it. */
final class ReplyHtml {

    private static final String ENGLISH = "en";
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ur");

    private final Template words;
    private final GroundsHtml grounds;

    ReplyHtml(Template words) {
        this.words = words;
        this.grounds = new GroundsHtml(words);
    }

    /** @param newest whether its question is still open, and stands in the form */
    Markup reply(ChatReply reply, boolean newest) {
        boolean asked = reply.question() != null && !newest;
        return words.piece(
                "reply",
                Map.of(
                        "newest", words.piece("newest", newest),
                        "cards", Markup.each(reply.cards(), this::card),
                        "words", told(reply),
                        "understood", words.around("understood", "labels", understood(reply)),
                        "grounds", grounds.of(reply),
                        "asked",
                                words.around(
                                        "asked",
                                        "question",
                                        asked ? reply.question().text() : "")));
    }

    private Markup told(ChatReply reply) {
        Markup told = blocks(reply.lead()).then(Markup.each(reply.answers(), this::answer));
        String language = reply.understood().language();
        if (language.equals(ENGLISH)) {
            return told;
        }
        String direction = RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
        return words.piece("foreign", Map.of("language", language, "direction", direction, "words", told));
    }

    /** The call comes before all words, except in a crisis, where a person is spoken to first. */
    private Markup card(CardOut card) {
        int spoken = card.kind().equals(Card.CRISIS) ? 1 : 0;
        return words.piece(
                "card",
                Map.of(
                        "kind", card.kind(),
                        "urgency", words.around("urgency", "words", card.urgency()),
                        "heading", card.heading(),
                        "first", blocks(card.blocks().subList(0, spoken)),
                        "call", call(card.call()),
                        "rest",
                                blocks(card.blocks()
                                        .subList(spoken, card.blocks().size()))));
    }

    private Markup call(ChatReply.Call call) {
        return call == null
                ? Markup.NOTHING
                : words.piece("call", Map.of("number", call.number(), "label", call.label()));
    }

    private Markup answer(AnswerOut answer) {
        return words.piece(
                "answer",
                Map.of(
                        "title", answer.title(),
                        "words", blocks(answer.blocks()),
                        "more", words.around("more", "words", blocks(answer.more())),
                        "pictures",
                                Markup.each(
                                        answer.pictures(),
                                        picture -> words.piece(
                                                "picture",
                                                Map.of(
                                                        "url",
                                                        picture.url(),
                                                        "text",
                                                        picture.text(),
                                                        "title",
                                                        picture.title())))));
    }

    private static String understood(ChatReply reply) {
        return reply.understood().findings().stream()
                .filter(finding -> finding.turn() == reply.turn() && finding.text() != null)
                .map(FindingOut::label)
                .collect(Collectors.joining(", "));
    }

    private Markup blocks(List<BlockOut> blocks) {
        return Markup.each(blocks, this::block);
    }

    /** Each kind of block has a piece of its name, and another for its lines. */
    private Markup block(BlockOut block) {
        Markup lines = Markup.each(
                block.lines(),
                line -> words.piece(block.kind() + "-line", Map.of("words", Markup.each(line, this::span))));
        return words.piece(block.kind(), Map.of("lines", lines));
    }

    private Markup span(Block.Span span) {
        return span.strong() ? words.piece("strong", Map.of("words", span.text())) : Markup.text(span.text());
    }
}

package scapula.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Advice;
import scapula.domain.Advice.Flag;
import scapula.domain.Answer;
import scapula.domain.Block;
import scapula.domain.Card;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Decision.Asked;
import scapula.domain.Finding;
import scapula.domain.Level;
import scapula.domain.Meaning;
import scapula.domain.Picture;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Quote;
import scapula.domain.Reason;
import scapula.domain.Region;
import scapula.domain.Reply;
import scapula.domain.Reply.Outlook;
import scapula.domain.Source;
import scapula.domain.Token;
import scapula.domain.Turn;

/** The reply as it goes over the wire, in the words of the chat contract. */
public record ChatReply(
        String conversationId,
        String messageId,
        int turn,
        String text,
        List<CardOut> cards,
        List<BlockOut> lead,
        Triage triage,
        List<AnswerOut> answers,
        List<RelatedOut> related,
        QuestionOut question,
        Understood understood,
        List<Because> because,
        List<WouldChange> wouldChange,
        Summary summary,
        String safety,
        Version version) {

    public record Triage(String level, String within, boolean crisis, Call call, List<FlagOut> flags) {}

    public record FlagOut(String id, String label) {}

    public record CardOut(String kind, String urgency, String heading, List<BlockOut> blocks, Call call) {}

    public record WouldChange(String token, String label, String state, String level, String within, String text) {}

    public record Summary(String html) {}

    public record Call(String label, String number) {}

    public record AnswerOut(
            String id,
            String title,
            String text,
            List<BlockOut> blocks,
            List<BlockOut> more,
            List<SourceOut> sources,
            String reviewed,
            String picture,
            List<PictureOut> pictures) {}

    public record PictureOut(String url, String title, String text) {}

    public record RelatedOut(String id, String title) {}

    public record BlockOut(String kind, List<List<Block.Span>> lines) {}

    public record SourceOut(String id, String title, Integer year) {}

    public record QuestionOut(
            String id,
            String text,
            String note,
            String why,
            String kind,
            List<String> oneOf,
            String drawing,
            List<OptionOut> options,
            int remaining) {}

    public record OptionOut(String id, String label, String message, String group, List<String> sets) {}

    public record Understood(String language, String about, List<IntentOut> intents, List<FindingOut> findings) {}

    public record IntentOut(String id, double confidence, List<String> because) {}

    public record FindingOut(
            String token,
            String label,
            String state,
            String text,
            Integer start,
            Integer end,
            int turn,
            NearOut near) {}

    public record NearOut(String wording, double likeness) {}

    public record Because(String rule, String source, List<SourceOut> sources, List<String> facts) {}

    public record Version(String rules, String models) {}

    /**
     * What the wire needs besides the conversation: labels and sources of the content. What the content no longer has,
     * while a conversation still does, goes by its id.
     */
    public record Names(Map<String, Token> tokens, Advice advice, Map<String, Source> sources) {

        String label(Finding finding) {
            return Optional.ofNullable(tokens.get(finding.token()))
                    .map(token -> token.label(finding))
                    .orElse(finding.token());
        }

        String label(String token) {
            return Optional.ofNullable(tokens.get(token)).map(Token::label).orElse(token);
        }

        String ofFlag(String id) {
            return Optional.ofNullable(advice.flags().get(id)).map(Flag::label).orElse(id);
        }
    }

    /** The reply to the last message of a conversation. */
    public static ChatReply of(Conversation conversation, Names names) {
        Turn turn = conversation.lastTurn();
        Reply reply = turn.reply();
        Region region = reply.region();
        return new ChatReply(
                conversation.id(),
                turn.messageId(),
                conversation.turns().size(),
                reply.text(),
                reply.cards().stream().map(card -> card(card, region)).toList(),
                blocks(reply.lead()),
                triage(turn.decision().triage(), region, names),
                reply.answers().stream().map(shown -> answer(shown, names)).toList(),
                reply.related().stream()
                        .map(answer -> new RelatedOut(answer.id(), answer.title()))
                        .toList(),
                question(reply.question(), turn.decision().asked()),
                understood(conversation, names),
                turn.decision().because().stream()
                        .map(reason -> because(reason, names))
                        .toList(),
                reply.outlooks().stream().map(ChatReply::wouldChange).toList(),
                turn.decision().triage().isResult()
                        ? new Summary("/api/conversations/" + conversation.id() + "/summary")
                        : null,
                region.line(),
                new Version(turn.made().rules(), turn.made().models()));
    }

    private static Triage triage(Decision.Triage triage, Region region, Names names) {
        List<FlagOut> flags = triage.flags().stream()
                .map(id -> new FlagOut(id, names.ofFlag(id)))
                .toList();
        Level level = triage.level();
        return new Triage(level.wire(), level.within(), triage.crisis(), call(region), flags);
    }

    static Call call(Region region) {
        return new Call(region.button(), region.number());
    }

    private static CardOut card(Card card, Region region) {
        return new CardOut(
                card.kind(), card.urgency(), card.heading(), blocks(card.blocks()), callOn(card.kind(), region));
    }

    /** Whom a tap on a card calls; null where the card calls nobody. */
    private static Call callOn(String kind, Region region) {
        if (kind.equals(Card.CRISIS)) {
            return new Call(region.crisisButton(), region.crisisNumber());
        }
        return kind.equals(Level.EMERGENCY.wire()) ? call(region) : null;
    }

    private static WouldChange wouldChange(Outlook outlook) {
        Level level = outlook.level();
        return new WouldChange(
                outlook.finding().token(),
                outlook.label(),
                outlook.finding().state(),
                level.wire(),
                level.within(),
                outlook.text());
    }

    private static AnswerOut answer(Reply.Shown shown, Names names) {
        Answer answer = shown.answer();
        List<PictureOut> pictures =
                answer.pictures().stream().map(ChatReply::picture).toList();
        return new AnswerOut(
                answer.id(),
                answer.title(),
                shown.markdown(),
                blocks(shown.blocks()),
                blocks(shown.more()),
                sources(answer.sources(), names),
                String.valueOf(answer.reviewed()),
                pictures.isEmpty() ? null : pictures.get(0).url(),
                pictures);
    }

    static PictureOut picture(Picture picture) {
        return new PictureOut("/pictures/" + picture.id() + ".svg", picture.title(), picture.text());
    }

    private static Because because(Reason reason, Names names) {
        return new Because(
                reason.rule(), String.join(", ", reason.sources()), sources(reason.sources(), names), reason.facts());
    }

    private static List<SourceOut> sources(List<String> ids, Names names) {
        return ids.stream()
                .filter(names.sources()::containsKey)
                .map(names.sources()::get)
                .map(source -> new SourceOut(source.id(), source.title(), source.year()))
                .toList();
    }

    private static List<BlockOut> blocks(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new BlockOut(block.kind().name().toLowerCase(Locale.ROOT), block.lines()))
                .toList();
    }

    private static QuestionOut question(Optional<Question> question, Optional<Asked> asked) {
        return question.map(put -> new QuestionOut(
                        put.id(),
                        put.text(),
                        put.note(),
                        put.why(),
                        put.kind() == Kind.MANY ? "many" : "one",
                        put.form().oneOf(),
                        put.form().drawing().isEmpty() ? null : put.form().drawing(),
                        put.options().stream()
                                .map(option -> new OptionOut(
                                        option.id(), option.label(), option.message(), option.group(), option.tokens()))
                                .toList(),
                        asked.map(Asked::remaining).orElse(0)))
                .orElse(null);
    }

    private static Understood understood(Conversation conversation, Names names) {
        Meaning last = conversation.lastTurn().meaning();
        return new Understood(
                last.language(),
                conversation.isAboutOther() ? "other" : "self",
                last.intents().stream()
                        .map(intent -> new IntentOut(intent.id(), share(intent.confidence()), intent.because()))
                        .toList(),
                conversation.findings().stream()
                        .map(finding -> finding(finding, conversation, names))
                        .toList());
    }

    private static FindingOut finding(Finding finding, Conversation conversation, Names names) {
        Quote quote = finding.quote();
        boolean typed = quote.isTyped();
        return new FindingOut(
                finding.token(),
                names.label(finding),
                finding.state(),
                typed ? quote.text() : null,
                typed ? quote.start() : null,
                typed ? quote.end() : null,
                quote.turn(),
                near(finding, conversation));
    }

    /** A share of 1, as exact as is worth telling. */
    static double share(double exact) {
        return Math.round(exact * 100) / 100.0;
    }

    /** The known wording that a finding was near to, where it was not read word by word. */
    private static NearOut near(Finding finding, Conversation conversation) {
        return conversation.turns().stream()
                .flatMap(turn -> turn.meaning().likenesses().stream())
                .filter(likeness -> likeness.token().equals(finding.token())
                        && likeness.quote().equals(finding.quote()))
                .findFirst()
                .map(likeness -> new NearOut(likeness.wording(), share(likeness.cosine())))
                .orElse(null);
    }
}

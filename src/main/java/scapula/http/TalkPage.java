package scapula.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.domain.Question;
import scapula.domain.Region;
import scapula.domain.StoreProblem;
import scapula.talk.Conversations;
import scapula.talk.Refused;

/**
 * The chat for a browser without a script: a form that is sent to {@code /talk}, and a page of the whole conversation at
 * {@code /talk/{id}}. No cookie or other credential goes along by itself, so a form of another site could do nothing in
 * anybody's name.
 */
final class TalkPage {

    private static final String ADDRESS = "/talk/";
    private static final String ERASED = "erased";

    private final Conversations conversations;
    private final Map<String, Region> regions;
    private final Region usual;
    private final Gate gate;
    private final TalkHtml html;

    TalkPage(Edition edition, Gate gate, TalkHtml html) {
        this.conversations = edition.conversations();
        this.regions = edition.regions();
        this.usual = edition.usual();
        this.gate = gate;
        this.html = html;
    }

    void begin(Context ctx) {
        send(ctx, html.page(usual, ctx.queryParam(ERASED) != null));
    }

    void say(Context ctx) {
        TalkForm form = TalkForm.EMPTY;
        try {
            form = TalkForm.of(ctx);
            gate.admit(ctx);
            ctx.redirect(ADDRESS + answered(form).id() + "#" + TalkHtml.NEWEST, HttpStatus.SEE_OTHER);
        } catch (Exception failed) {
            refuse(ctx, form, failed);
        }
    }

    private Conversation answered(TalkForm form) throws Problem, Refused {
        ChatRequest request = form.request(regions);
        if (!form.conversation().isEmpty() && isOutdated(form, conversations.find(form.conversation()))) {
            throw Problem.outdated();
        }
        return conversations.say(request.conversationId(), request.messageId(), request.region(), request.message());
    }

    /** Whether boxes were ticked on a page that the reader went back to: they belong to another question than the open one. */
    private static boolean isOutdated(TalkForm form, Conversation now) {
        String open = now.pending().map(Question::id).orElse("");
        return !form.chosen().isEmpty()
                && !open.equals(form.asked())
                && now.asOf(form.messageId()).isEmpty();
    }

    void erase(Context ctx) {
        TalkForm form = TalkForm.of(ctx);
        try {
            gate.admit(ctx);
            conversations.erase(form.conversation());
            ctx.redirect("/talk?" + ERASED, HttpStatus.SEE_OTHER);
        } catch (Exception failed) {
            refuse(ctx, form, failed);
        }
    }

    void show(Context ctx) {
        try {
            gate.admit(ctx);
            send(ctx, html.page(conversations.find(ctx.pathParam("id"))));
        } catch (Exception failed) {
            refuse(ctx, TalkForm.EMPTY, failed);
        }
    }

    /** Why there is no answer, above what was typed and ticked, so that it can be sent again. */
    private void refuse(Context ctx, TalkForm form, Exception failed) {
        Problem problem = Problem.of(failed);
        Optional<Conversation> conversation = form.conversation().isEmpty() ? Optional.empty() : found(form);
        Region region = conversation.map(Conversation::region).orElse(regions.getOrDefault(form.region(), usual));
        problem.mark(ctx);
        send(ctx, html.page(conversation, region, form, problem));
    }

    private Optional<Conversation> found(TalkForm form) {
        try {
            return Optional.of(conversations.find(form.conversation()));
        } catch (Refused | StoreProblem gone) {
            return Optional.empty();
        }
    }

    private static void send(Context ctx, Markup page) {
        Headers.CONVERSATION.forEach(ctx::header);
        ctx.html(page.html());
    }
}

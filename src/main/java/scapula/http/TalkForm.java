package scapula.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import scapula.domain.Region;

/**
 * What a person sends from a page without a script.
 *
 * @param conversation empty for a new one
 * @param asked the question that their page showed
 * @param turn the one that their page expected
 * @param region where they say they are
 * @param chosen the options that they ticked
 */
record TalkForm(String conversation, String asked, String turn, String region, String message, List<String> chosen) {

    static final TalkForm EMPTY = new TalkForm("", "", "", "", "", List.of());

    /** The names of the boxes and buttons of an option begin so; each group of radio buttons has its own. */
    static final String CHOSEN = "chosen";

    private static final String RELATED = "instead";

    static TalkForm of(Context ctx) {
        List<String> chosen = ctx.formParamMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith(CHOSEN))
                .flatMap(field -> field.getValue().stream())
                .toList();
        String related = text(ctx, RELATED);
        return new TalkForm(
                text(ctx, "conversation"),
                text(ctx, "asked"),
                text(ctx, "turn"),
                text(ctx, "region"),
                related.isEmpty() ? text(ctx, "message").replace("\r\n", "\n") : related,
                related.isEmpty() ? chosen : List.of());
    }

    private static String text(Context ctx, String name) {
        return Optional.ofNullable(ctx.formParam(name)).orElse("");
    }

    /** The same message of the same page sent twice has the same id, so that it is answered once. */
    String messageId() {
        String content = String.join("\n", turn, message, chosen.toString());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    ChatRequest request(Map<String, Region> regions) throws Problem {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("messageId", messageId());
        chosen.forEach(json.putArray("chosen")::add);
        if (chosen.isEmpty() || !message.isBlank()) {
            json.put("message", message);
        }
        if (!conversation.isEmpty()) {
            json.put("conversationId", conversation);
        }
        if (!region.isEmpty()) {
            json.put("region", region);
        }
        return ChatRequest.read(json.toString(), regions);
    }
}

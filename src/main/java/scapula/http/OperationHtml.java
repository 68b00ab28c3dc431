package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import scapula.http.Description.Operation;

/**
 * One call of the API: what it is for, how to make it, what to send, and what may come back.
 *
 * @param page with the pieces that it is made of
 */
record OperationHtml(Description description, Template page, ShapeHtml shapes, Example example) {

    Markup of(Operation operation) {
        JsonNode json = operation.json();
        return page.piece(
                "operation",
                Map.of(
                        "id", operation.id(),
                        "method", operation.method(),
                        "path", operation.path(),
                        "summary", json.get("summary").asText(),
                        "text", ShapeHtml.text(json),
                        "command", page.around("command", "command", new CurlCommand(example).of(operation)),
                        "parameters", page.around("parameters", "fields", parameters(operation)),
                        "sent", page.around("sent", "contents", contents(json.path("requestBody"))),
                        "replies",
                                Markup.each(
                                        json.get("responses").properties(),
                                        reply -> reply(reply.getKey(), description.followed(reply.getValue())))));
    }

    private Markup parameters(Operation operation) {
        return Markup.each(
                operation.parameters(),
                parameter -> shapes.field(
                        parameter.get("name").asText(),
                        parameter.get("schema"),
                        parameter,
                        parameter.path("required").asBoolean()));
    }

    private Markup contents(JsonNode message) {
        return Markup.each(
                message.path("content").properties(),
                content -> page.piece(
                        "content",
                        Map.of(
                                "media", content.getKey(),
                                "type", shapes.type(content.getValue().get("schema")))));
    }

    private Markup reply(String status, JsonNode reply) {
        Markup headers = Markup.each(
                reply.path("headers").properties(),
                header -> page.piece(
                        "header",
                        Map.of(
                                "name", header.getKey(),
                                "text", ShapeHtml.text(description.followed(header.getValue())))));
        return page.piece(
                "reply",
                Map.of(
                        "status",
                        status,
                        "text",
                        ShapeHtml.text(reply),
                        "contents",
                        contents(reply),
                        "headers",
                        headers,
                        "example",
                        status.equals("200") ? made(reply) : Markup.NOTHING));
    }

    /** What the reply looks like, where it is more than a word. */
    private Markup made(JsonNode reply) {
        JsonNode json = reply.path("content").path("application/json");
        JsonNode made = json.isMissingNode() ? json : example.of(json);
        return made.isEmpty() ? Markup.NOTHING : page.piece("example", Map.of("example", Example.indented(made)));
    }
}

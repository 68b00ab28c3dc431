package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import scapula.domain.Region;
import scapula.http.Description.Operation;

/** {@code GET /openapi.json}: the description of the API, for programs; {@code GET /docs}: the same, to be read. */
final class DocsPage {

    private final Description description;
    private final Template page;
    private final OperationHtml operations;
    private final ShapeHtml shapes;
    private final Written docs;
    private final Written look;
    private final Written json;

    /** @param region whose emergency line the page has */
    DocsPage(Description description, Region region) {
        this.description = description;
        this.page = new Template(Description.text("docs.html"));
        this.shapes = new ShapeHtml(description, page);
        this.operations = new OperationHtml(description, page, shapes, new Example(description));
        this.docs = Written.of(Written.HTML, html(region));
        this.look = Written.of("text/css", Description.text("docs.css"));
        this.json = Written.of("application/json", description.json().toString());
    }

    private String html(Region region) {
        JsonNode info = description.json().get("info");
        Map<String, Object> values = new HashMap<>(Page.words("", region));
        values.put("title", info.get("title").asText());
        values.put("version", info.get("version").asText());
        values.put("text", ShapeHtml.text(info));
        values.put("contents", Markup.each(groups(), group -> group("contents", group, this::entry)));
        values.put("groups", Markup.each(groups(), group -> group("group", group, operations::of)));
        values.put("shapes", shapes.named());
        return page.page(values).html();
    }

    private List<JsonNode> groups() {
        return description.json().get("tags").valueStream().toList();
    }

    private Markup group(String piece, JsonNode group, Function<Operation, Markup> written) {
        String name = group.get("name").asText();
        List<Operation> calls = description.operations().stream()
                .filter(call -> call.json().at("/tags/0").asText().equals(name))
                .toList();
        return page.piece(
                piece,
                Map.of(
                        "id", name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        "name", name,
                        "text", ShapeHtml.text(group),
                        "calls", Markup.each(calls, written)));
    }

    private Markup entry(Operation call) {
        return page.piece(
                "entry",
                Map.of("id", call.id(), "summary", call.json().get("summary").asText()));
    }

    void show(Context ctx) {
        send(ctx, docs);
    }

    void look(Context ctx) {
        send(ctx, look);
    }

    void data(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        send(ctx, json);
    }

    private static void send(Context ctx, Written written) {
        Headers.PAGE.forEach(ctx::header);
        written.to(ctx);
    }
}

package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The shapes of requests and replies: which fields they have, of which type, and what these mean.
 *
 * @param page with the pieces that they are made of
 */
record ShapeHtml(Description description, Template page) {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final List<String> LIMITS =
            List.of("format", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems");

    /** A text of the description, which is Markdown. */
    static Markup text(JsonNode told) {
        return new Markup(RENDERER.render(PARSER.parse(told.path("description").asText())));
    }

    /** All shapes that have a name. */
    Markup named() {
        return Markup.each(
                description.json().at("/components/schemas").properties(),
                shape -> page.piece(
                        "shape",
                        Map.of(
                                "name", shape.getKey(),
                                "type", type(shape.getValue()),
                                "text", text(shape.getValue()),
                                "inside", inside(shape.getValue()))));
    }

    /** A type in one line, with links to the shapes that it names. */
    Markup type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceFirst(".*/", "");
            return page.piece("link", Map.of("name", name));
        }
        if (schema.has("oneOf")) {
            return anyOf(each(schema.get("oneOf")).map(this::type));
        }
        JsonNode type = schema.path("type");
        return anyOf(type.isArray() ? each(type).map(one -> type(one, schema)) : Stream.of(type(type, schema)));
    }

    private Markup type(JsonNode name, JsonNode schema) {
        boolean list = name.asText().equals("array") && schema.has("items");
        return list ? page.piece("list", Map.of("items", type(schema.get("items")))) : Markup.text(name.asText());
    }

    private Markup anyOf(Stream<Markup> types) {
        return types.reduce((one, other) -> page.piece("or", Map.of("one", one, "other", other)))
                .orElse(Markup.NOTHING);
    }

    /** A named value: a field or a parameter. */
    Markup field(String name, JsonNode schema, JsonNode told, boolean required) {
        return page.piece(
                "field",
                Map.of(
                        "name", name,
                        "type", type(schema),
                        "optional", page.piece("optional", !required),
                        "text", text(told.has("description") ? told : description.followed(schema)),
                        "inside", schema.has("$ref") ? Markup.NOTHING : inside(schema)));
    }

    /** What there is to tell of a schema below its type. */
    private Markup inside(JsonNode schema) {
        Stream<JsonNode> parts = schema.has("items") ? Stream.of(schema.get("items")) : each(schema.path("oneOf"));
        Markup deeper = Markup.each(parts.filter(part -> !part.has("$ref")).toList(), this::inside);
        return values(schema).then(limits(schema)).then(fields(schema)).then(deeper);
    }

    private Markup values(JsonNode schema) {
        Stream<JsonNode> values = schema.has("const") ? Stream.of(schema.get("const")) : each(schema.path("enum"));
        List<JsonNode> named = values.filter(value -> !value.isNull()).toList();
        return page.around(
                "values", "values", Markup.each(named, value -> page.piece("value", Map.of("value", value.asText()))));
    }

    private Markup limits(JsonNode schema) {
        List<String> limits = LIMITS.stream().filter(schema::has).toList();
        return page.around(
                "limits",
                "limits",
                Markup.each(
                        limits,
                        limit -> page.piece(
                                "limit",
                                Map.of("name", limit, "value", schema.get(limit).asText()))));
    }

    private Markup fields(JsonNode schema) {
        List<String> required =
                each(schema.path("required")).map(JsonNode::asText).toList();
        return page.around(
                "fields",
                "fields",
                Markup.each(
                        schema.path("properties").properties(),
                        field -> field(
                                field.getKey(),
                                field.getValue(),
                                field.getValue(),
                                required.contains(field.getKey()))));
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

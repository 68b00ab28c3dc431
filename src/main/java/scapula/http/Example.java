package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One value that a schema takes: the example that it gives, or what the examples of its parts make. */
record Example(Description description) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a request or reply: the first example that is written out, or one that is made. */
    JsonNode of(JsonNode content) {
        JsonNode written = content.path("examples");
        return written.isEmpty()
                ? made(content.get("schema"))
                : written.iterator().next().get("value");
    }

    /** Of a schema. */
    JsonNode made(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0);
        }
        if (schema.has("$ref")) {
            return made(description.followed(schema));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return schema.has("oneOf") ? made(schema.get("oneOf").get(0)) : composed(schema);
    }

    private JsonNode composed(JsonNode schema) {
        if (schema.has("items")) {
            boolean empty = schema.path("maxItems").asInt(1) == 0;
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            return empty ? items : items.add(made(schema.get("items")));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(field -> fields.set(field.getKey(), made(field.getValue())));
        return schema.path("type").asText().equals("string") ? JsonNodeFactory.instance.textNode("") : fields;
    }

    static String indented(JsonNode example) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the server answers, as {@code api/openapi.yaml} tells it.
 *
 * @param json the whole OpenAPI document
 */
public record Description(JsonNode json) {

    /**
     * One call.
     *
     * @param method in capitals
     * @param path with braces around what is to be filled in
     * @param json all that is told of it alone
     * @param parameters its own and those that all calls of the path have, references followed
     */
    public record Operation(String method, String path, JsonNode json, List<JsonNode> parameters) {

        String id() {
            return json.get("operationId").asText();
        }
    }

    public static Description read() {
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text("openapi.yaml"));
        return new Description(new ObjectMapper().valueToTree(yaml));
    }

    /** A file that lies beside the document. */
    static String text(String name) {
        try (InputStream file = Description.class.getResourceAsStream("/api/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a reference points to; what is none is itself. */
    public JsonNode followed(JsonNode node) {
        return node.has("$ref") ? json.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** All calls, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : json.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                if (call.getValue().isObject()) {
                    operations.add(new Operation(
                            call.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            call.getValue(),
                            parameters(path.getValue(), call.getValue())));
                }
            }
        }
        return operations;
    }

    private List<JsonNode> parameters(JsonNode path, JsonNode call) {
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameter -> parameters.add(followed(parameter)));
        call.path("parameters").forEach(parameter -> parameters.add(followed(parameter)));
        return parameters;
    }
}

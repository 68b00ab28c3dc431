package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scapula.http.Description;
import scapula.http.Description.Operation;

/**
 * What the server answers, held against its description: what that does not tell is a failure of whichever test got it.
 * A request that was answered with success is held against it, too.
 */
final class Contract {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Contract SERVED = new Contract(Description.read());

    private final Description description;
    private final List<Operation> operations;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("components"))
            .build());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Contract(Description description) {
        this.description = description;
        this.operations = description.operations();
    }

    /** That of the server. */
    static Contract served() {
        return SERVED;
    }

    /** Fails where the description does not tell of such an exchange. */
    static void hold(Exchange exchange) {
        List<String> complaints = SERVED.complaints(exchange);
        if (!complaints.isEmpty()) {
            throw new AssertionError("not as src/main/resources/api/openapi.yaml tells: " + exchange.name() + "\n"
                    + String.join("\n", complaints) + "\n" + exchange.body());
        }
    }

    /** What an exchange has that the description does not tell of, and the other way round. */
    List<String> complaints(Exchange exchange) {
        if (exchange.method().equals("OPTIONS")) {
            return List.of(); // what a browser asks before it calls from another site is not of the API
        }
        Optional<Operation> operation = operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            return exchange.status() == 404 ? reply(problem(), exchange) : List.of("this call is not described");
        }
        JsonNode reply = operation.get().json().get("responses").path(Integer.toString(exchange.status()));
        if (exchange.status() == 500) {
            return List.of("the server failed");
        }
        if (reply.isMissingNode()) {
            return List.of("the status " + exchange.status() + " is not described");
        }
        List<String> complaints = new ArrayList<>(reply(description.followed(reply), exchange));
        if (exchange.status() < 400) {
            complaints.addAll(request(operation.get(), exchange));
        }
        return complaints;
    }

    /** The call with the fewest parts to fill in that an address fits. */
    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> pattern(operation).matcher(path).matches())
                .min(Comparator.comparing(operation -> operation.path().split("\\{", -1).length));
    }

    private static Pattern pattern(Operation operation) {
        return Pattern.compile(operation.path().replace(".", "\\.").replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)"));
    }

    private JsonNode problem() {
        return description.json().at("/components/responses/NothingThere");
    }

    private List<String> reply(JsonNode reply, Exchange exchange) {
        List<String> complaints = new ArrayList<>();
        reply.path("headers").properties().forEach(header -> complaints.addAll(header(header, exchange)));
        JsonNode content = reply.path("content");
        if (content.isEmpty()) {
            return exchange.body().isEmpty() ? complaints : List.of("a reply without content is described");
        }
        if (!content.has(exchange.type())) {
            return List.of("the content type \"" + exchange.type() + "\" is not described");
        }
        complaints.addAll(body(content.get(exchange.type()).get("schema"), exchange.type(), exchange.body()));
        return complaints;
    }

    private List<String> header(Map.Entry<String, JsonNode> header, Exchange exchange) {
        JsonNode told = description.followed(header.getValue());
        String value = exchange.header(header.getKey());
        return value.isEmpty()
                ? List.of("the header " + header.getKey() + " is missing")
                : errors(told.get("schema"), value(value, told));
    }

    private List<String> request(Operation operation, Exchange exchange) {
        Map<String, String> query = Exchange.pairs(exchange.query());
        List<String> complaints = new ArrayList<>();
        Matcher path = pattern(operation).matcher(exchange.path());
        path.matches();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asText();
            boolean inPath = parameter.get("in").asText().equals("path");
            Optional.ofNullable(inPath ? decoded(path.group(name)) : query.remove(name))
                    .ifPresent(value -> complaints.addAll(errors(parameter.get("schema"), value(value, parameter))));
        }
        query.keySet().forEach(name -> complaints.add("the parameter " + name + " is not described"));
        JsonNode sent = operation.json().path("requestBody").path("content");
        if (!sent.isEmpty()) {
            String type = sent.has(JSON) ? JSON : FORM;
            complaints.addAll(body(sent.get(type).get("schema"), type, exchange.sent()));
        }
        return complaints;
    }

    private List<String> body(JsonNode schema, String type, String body) {
        if (type.endsWith("json")) {
            return errors(schema, Chat.json(body));
        }
        if (type.equals(FORM)) {
            ObjectNode form = Chat.JSON.createObjectNode();
            Exchange.pairs(body).forEach(form::put);
            return errors(schema, form);
        }
        return errors(schema, TextNode.valueOf(body));
    }

    private static JsonNode value(String text, JsonNode parameter) {
        boolean number = parameter.at("/schema/type").asText().equals("integer") && text.matches("\\d{1,9}");
        return number ? IntNode.valueOf(Integer.parseInt(text)) : TextNode.valueOf(text);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What a value has that a schema of the description does not take. */
    List<String> errors(JsonNode schema, JsonNode value) {
        Schema compiled = schemas.computeIfAbsent(schema.toString(), text -> {
            ObjectNode alone = ((ObjectNode) schema).deepCopy();
            return registry.getSchema(alone.set("components", description.json().get("components")));
        });
        return compiled
                .validate(value, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}

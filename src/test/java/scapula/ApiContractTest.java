package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scapula.http.Description;

/**
 * The description of the API: it is valid OpenAPI 3.1, tells of all that the server answers, and {@link Contract}, which
 * every test's requests go through, notices when a reply is not as it tells.
 */
class ApiContractTest {

    private static final Description DESCRIPTION = Description.read();
    private static final Contract CONTRACT = Contract.served();
    private static final String COMPLAINT =
            "why does my left shoulder blade ache after rows? it came on mid run, no fever";

    /** What is answered by a file of the page and not by a route. */
    private static final Set<String> FILES = Set.of("GET /pictures/{picture}", "GET /{file}");

    private static Schema openApi() throws IOException {
        String file = Files.readString(Path.of("src/test/resources/openapi/openapi-3.1-2025-11-23.json"));
        String id = Chat.json(file).get("$id").asText();
        return SchemaRegistry.withDialect(Dialects.getDraft202012(), registry -> registry.schemas(Map.of(id, file)))
                .getSchema("""
                        {"$ref": "%s", "$defs": {"schema": {
                          "$dynamicAnchor": "meta", "$ref": "https://json-schema.org/draft/2020-12/schema"}}}
                        """.formatted(id));
    }

    @Test
    void theDescriptionIsValidOpenApi() throws IOException {
        assertEquals(List.of(), openApi().validate(DESCRIPTION.json()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/components/schemas/Level/type", "/paths/~1api~1chat/post/responses/200/description"})
    void aMistakeInTheDescriptionIsNoticed(String pointer) throws IOException {
        JsonNode mistaken = DESCRIPTION.json().deepCopy();
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) mistaken.at(pointer.substring(0, name))).put(pointer.substring(name + 1), 7);
        assertFalse(openApi().validate(mistaken).isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPartIsUsed() {
        Set<String> used = new TreeSet<>();
        everyNode(DESCRIPTION.json()).filter(node -> node.has("$ref")).forEach(node -> {
            used.add(node.get("$ref").asText());
            assertFalse(DESCRIPTION.followed(node).isMissingNode(), node::toString);
        });
        Set<String> parts = new TreeSet<>();
        for (Map.Entry<String, JsonNode> kind :
                DESCRIPTION.json().get("components").properties()) {
            kind.getValue()
                    .fieldNames()
                    .forEachRemaining(name -> parts.add("#/components/" + kind.getKey() + "/" + name));
        }
        assertEquals(parts, used);
    }

    @Test
    void everyRouteIsDescribedAndEveryDescribedCallIsAnswered() throws IOException {
        Set<String> described = DESCRIPTION.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> answered = Chat.server(Chat.access(0)).routes();
        answered.addAll(FILES);
        assertEquals(described, answered);
    }

    @Test
    void filesAreAnsweredAsTheyAreDescribed() {
        for (String file : List.of("/pictures/cat-cow.svg", "/base.css", "/chat.js", "/icon.svg")) {
            assertEquals(200, Chat.get(file).statusCode(), file);
        }
        assertEquals(404, Chat.get("/pictures/nothing.svg").statusCode());
    }

    @Test
    void everyFieldIsToldOfInASentenceAndEveryExampleFits() {
        everyNode(DESCRIPTION.json()).forEach(node -> {
            node.path("properties").properties().forEach(field -> assertTold(field.getKey(), field.getValue()));
            if (node.path("examples").isArray()) {
                node.get("examples").forEach(example -> assertEquals(List.of(), CONTRACT.errors(node, example)));
            } else {
                node.path("examples")
                        .forEach(example ->
                                assertEquals(List.of(), CONTRACT.errors(node.get("schema"), example.get("value"))));
            }
        });
    }

    private static void assertTold(String name, JsonNode field) {
        JsonNode told = field.has("description") ? field : DESCRIPTION.followed(field);
        boolean inConditions = field.size() <= 2 && !field.has("description") && !field.has("$ref");
        assertTrue(inConditions || told.path("description").asText().endsWith("."), name);
    }

    @Test
    void everyRegionIsDescribed() throws IOException {
        Set<String> described = new HashSet<>();
        DESCRIPTION.json().at("/components/schemas/Region/enum").forEach(region -> described.add(region.asText()));
        assertEquals(Assembly.builtContent().regions().keySet(), described);
    }

    @Test
    void theDescriptionIsServedToPagesOfAnySiteAndKeptByThoseWhoHaveIt() {
        HttpResponse<String> served = Chat.get("/openapi.json");
        assertEquals(DESCRIPTION.json(), Chat.json(served.body()));
        assertEquals("*", header(served, "Access-Control-Allow-Origin"));
        assertEquals("no-cache", header(served, "Cache-Control"));
        assertEquals("nosniff", header(served, "X-Content-Type-Options"));
        HttpResponse<String> again = Chat.sent(HttpRequest.newBuilder(URI.create(Chat.url() + "/openapi.json"))
                .header("If-None-Match", header(served, "ETag")));
        assertEquals(304, again.statusCode());
    }

    /** Real exchanges, of each kind of reply one. */
    static Stream<Exchange> exchanges() {
        Chat chat = new Chat();
        JsonNode reply = chat.say(COMPLAINT);
        String id = reply.get("conversationId").asText();
        String address = "/api/conversations/" + id;
        return Stream.of(
                exchange("POST", "/api/chat", Map.of("message", COMPLAINT), reply.toString()),
                exchange("GET", address, Map.of(), chat.transcript().body()),
                exchange(
                        "GET",
                        address + "/summary",
                        Map.of(),
                        Chat.get(address + "/summary").body()),
                exchange(
                        "GET",
                        address + "/why-not?rule=x",
                        Map.of(),
                        chat.whyNot(reply.at("/because/0/rule").asText()).toString()),
                exchange(
                        "PUT",
                        address + "/turns/1",
                        Map.of("message", "hello"),
                        chat.change(1, "{\"message\": \"" + COMPLAINT + "\"}").body()));
    }

    private static Exchange exchange(String method, String address, Map<String, String> sent, String body) {
        return new Exchange(
                method,
                URI.create("http://localhost" + address),
                Chat.JSON.valueToTree(sent).toString(),
                200,
                Map.of("content-type", "application/json", "cache-control", "no-store", "vary", "Accept"),
                body);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aFieldThatIsNotDescribedIsNoticedWhereverItIs(Exchange exchange) {
        assertEquals(List.of(), CONTRACT.complaints(exchange));
        JsonNode body = Chat.json(exchange.body());
        List<JsonNode> objects = everyNode(body).filter(JsonNode::isObject).toList();
        assertTrue(objects.size() > 1);
        for (JsonNode object : objects) {
            ((ObjectNode) object).put("surprise", 1);
            assertFalse(CONTRACT.complaints(with(exchange, body)).isEmpty(), object::toString);
            ((ObjectNode) object).remove("surprise");
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aFieldThatIsMissingIsNoticedWhicheverItIs(Exchange exchange) {
        JsonNode body = Chat.json(exchange.body());
        for (JsonNode node : everyNode(body).filter(JsonNode::isObject).toList()) {
            ObjectNode object = (ObjectNode) node;
            for (String name : names(object)) {
                JsonNode removed = object.remove(name);
                assertFalse(CONTRACT.complaints(with(exchange, body)).isEmpty(), () -> name + " of " + object);
                object.set(name, removed);
            }
        }
    }

    @Test
    void aValueOfAnotherKindIsNoticed() {
        Exchange exchange = exchanges().findFirst().orElseThrow();
        for (String pointer : List.of("/triage/level", "/safety", "/turn", "/question/kind", "/version/rules")) {
            JsonNode body = Chat.json(exchange.body());
            int name = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, name))).put(pointer.substring(name + 1), "");
            assertFalse(CONTRACT.complaints(with(exchange, body)).isEmpty(), pointer);
        }
    }

    private static Exchange with(Exchange exchange, JsonNode body) {
        return new Exchange(
                exchange.method(),
                exchange.uri(),
                exchange.sent(),
                exchange.status(),
                exchange.headers(),
                body.toString());
    }

    @Test
    void aReplyOrARequestThatIsNotDescribedFailsTheTestThatGotIt() {
        Exchange good = exchanges().findFirst().orElseThrow();
        Contract.hold(good);
        String problem = Chat.get("/nowhere/at/all").body();
        for (Exchange bad : List.of(
                new Exchange("PATCH", good.uri(), good.sent(), 200, good.headers(), good.body()),
                new Exchange("POST", URI.create("http://localhost/api/talk"), "", 200, good.headers(), "{}"),
                new Exchange("POST", good.uri(), good.sent(), 201, good.headers(), good.body()),
                new Exchange("POST", good.uri(), good.sent(), 500, problem(""), problem),
                new Exchange("POST", good.uri(), good.sent(), 429, problem(""), problem),
                new Exchange("POST", good.uri(), good.sent(), 429, problem("0"), problem),
                new Exchange("POST", good.uri(), good.sent(), 404, good.headers(), problem),
                new Exchange("POST", good.uri(), good.sent(), 200, problem(""), good.body()),
                new Exchange("POST", good.uri(), "{\"message\": 7}", 200, good.headers(), good.body()),
                new Exchange("POST", good.uri(), "{}", 200, good.headers(), good.body()),
                new Exchange("POST", URI.create(good.uri() + "?id=7"), good.sent(), 200, good.headers(), good.body()),
                new Exchange(
                        "DELETE", URI.create("http://localhost/api/conversations/x"), "", 204, Map.of(), "gone"))) {
            assertThrows(AssertionError.class, () -> Contract.hold(bad), bad::name);
        }
        Contract.hold(new Exchange("POST", good.uri(), good.sent(), 429, problem("5"), problem));
    }

    private static Map<String, String> problem(String retryAfter) {
        return retryAfter.isEmpty()
                ? Map.of("content-type", "application/problem+json; charset=utf-8")
                : Map.of("content-type", "application/problem+json; charset=utf-8", "retry-after", retryAfter);
    }

    private static Stream<JsonNode> everyNode(JsonNode node) {
        return Stream.concat(
                Stream.of(node), StreamSupport.stream(node.spliterator(), false).flatMap(ApiContractTest::everyNode));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

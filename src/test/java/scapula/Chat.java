package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import scapula.Assembly.Outside;
import scapula.decide.RuleBook;
import scapula.domain.Message;
import scapula.http.Access;
import scapula.http.AllowedOrigins;
import scapula.http.Metrics;
import scapula.http.Probes;
import scapula.http.Server;
import scapula.http.TrustedProxies;
import scapula.store.MemoryStore;

/** A person at the front door: a real server, and one conversation with it. */
final class Chat {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int NO_LIMIT = 0;

    /** The server that all tests share, with the content that the build made. */
    private static final class Shared {
        private static final String URL = start(NO_LIMIT);
    }

    private static final class Built {
        private static final Assembly ASSEMBLY = read();

        private static Assembly read() {
            try {
                return Assembly.built("UK", Outside.alone());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private final String url;
    private Optional<String> conversation = Optional.empty();

    Chat() {
        this(url());
    }

    Chat(String url) {
        this.url = url;
    }

    /** The same conversation, with another server. */
    Chat at(String server) {
        Chat same = new Chat(server);
        same.conversation = conversation;
        return same;
    }

    static String url() {
        return Shared.URL;
    }

    /** A server of its own on a free port; it ends with the tests. */
    static String start(int messagesPerMinute, String... allowedOrigins) {
        return "http://localhost:"
                + server(access(messagesPerMinute, allowedOrigins)).start("localhost", 0);
    }

    /** Without a proxy in front. */
    static Access access(int messagesPerMinute, String... allowedOrigins) {
        return new Access(
                new AllowedOrigins(List.of(allowedOrigins)), new TrustedProxies(List.of()), messagesPerMinute, 0);
    }

    /** A server with a memory of its own. */
    static Server server(Access access) {
        return server(access, InstantSource.system());
    }

    static Server server(Access access, InstantSource clock) {
        Metrics metrics = new Metrics(RuleBook::evaluations);
        MemoryStore store = new MemoryStore(Long.MAX_VALUE);
        Assembly assembly = assembly(new Outside(store, clock, metrics));
        Server server = new Server(access, new Probes(store::isWritable), metrics);
        server.show(assembly.edition());
        return server;
    }

    /** The program with the content that the build made, which all tests share. */
    static Assembly assembly(Outside outside) {
        return assembly(outside, "UK");
    }

    static Assembly assembly(Outside outside, String region) {
        Assembly built = Built.ASSEMBLY;
        return Assembly.wire(built.content(), built.reader(), built.rules(), region, outside);
    }

    /** Says something, and gives the reply; the conversation goes on. */
    JsonNode say(String message) {
        return send(JSON.createObjectNode().put("message", message));
    }

    /** Types, or taps where nothing is typed. */
    JsonNode say(Message message) {
        return message.chosen().isEmpty() ? say(message.text()) : tap(message.chosen());
    }

    /** Taps an option of the open question, or ticks several. */
    JsonNode tap(String... options) {
        return tap(List.of(options));
    }

    JsonNode tap(List<String> options) {
        ObjectNode request = JSON.createObjectNode();
        options.forEach(request.putArray("chosen")::add);
        return send(request);
    }

    /** Why a rule does not speak in this conversation, or that it does. */
    JsonNode whyNot(String rule) {
        String query = "/why-not?rule=" + URLEncoder.encode(rule, StandardCharsets.UTF_8);
        return json(get(address() + query).body());
    }

    /** The whole conversation, as it is kept. */
    HttpResponse<String> transcript() {
        return get(url, address());
    }

    HttpResponse<String> erase() {
        return sent(HttpRequest.newBuilder(URI.create(url() + address())).DELETE());
    }

    /** Puts another message in place of that of a turn. */
    HttpResponse<String> change(int turn, String body) {
        return putJson(address() + "/turns/" + turn, body);
    }

    private String address() {
        return "/api/conversations/" + conversation.orElseThrow();
    }

    static HttpResponse<String> get(String path) {
        return get(url(), path);
    }

    static HttpResponse<String> get(String server, String path) {
        return sent(HttpRequest.newBuilder(URI.create(server + path)));
    }

    /** Sends any request; a reply that the description of the API does not tell of is a failure. */
    static HttpResponse<String> sent(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchanged(request);
        Contract.hold(Exchange.of(request, response));
        return response;
    }

    /** Sends a request to which any reply may come. */
    static HttpResponse<String> exchanged(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private JsonNode send(ObjectNode request) {
        conversation.ifPresent(id -> request.put("conversationId", id));
        HttpResponse<String> response = post(url, "application/json", request.toString());
        JsonNode reply = json(response.body());
        if (response.statusCode() != 200) {
            throw new AssertionError("expected a reply, but was: " + response.statusCode() + " " + reply);
        }
        conversation = Optional.of(reply.get("conversationId").asText());
        return reply;
    }

    static HttpResponse<String> post(String url, String type, String body) {
        return sent(HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts as curl does that is told no content type. */
    static HttpResponse<String> post(String server, String path, JsonNode body) {
        return sent(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Corrects one finding of the conversation by name, and gives the reply. */
    JsonNode correct(String token, String state) {
        HttpResponse<String> response = put(conversation.orElseThrow(), token, "{\"state\": \"" + state + "\"}");
        if (response.statusCode() != 200) {
            throw new AssertionError("expected a reply, but was: " + response.statusCode() + " " + response.body());
        }
        return json(response.body());
    }

    static HttpResponse<String> put(String conversation, String token, String body) {
        return putJson("/api/conversations/" + conversation + "/findings/" + token, body);
    }

    private static HttpResponse<String> putJson(String path, String body) {
        return sent(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The status with which a first message is answered. */
    static int statusOf(String message) {
        return post(
                        url(),
                        "application/json",
                        JSON.createObjectNode().put("message", message).toString())
                .statusCode();
    }

    /** What was understood of a token; a missing node where nothing was. */
    static JsonNode finding(JsonNode reply, String token) {
        for (JsonNode finding : reply.at("/understood/findings")) {
            if (finding.get("token").asText().equals(token)) {
                return finding;
            }
        }
        return MissingNode.getInstance();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new AssertionError("expected JSON, but was: " + text, broken);
        }
    }

    /** The ids of a reply's answers, in order. */
    static List<String> answers(JsonNode reply) {
        return StreamSupport.stream(reply.get("answers").spliterator(), false)
                .map(answer -> answer.get("id").asText())
                .toList();
    }
}

package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Region;

/**
 * Where the clients of others come in: a request is read whatever its content type is, and whatever goes wrong is said in
 * the client's own form.
 */
final class ChannelDoor {

    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream; charset=utf-8";
    static final int NO_BODY = 0;

    /** Enough for a long conversation, or for some records of a patient. */
    static final int LARGE_BODY = 256 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Gate gate;
    private final Map<String, Region> regions;
    private final Region usual;

    ChannelDoor(Edition edition, Gate gate) {
        this.gate = gate;
        this.regions = edition.regions();
        this.usual = edition.usual();
    }

    /** Writes the reply to a request. */
    interface Answer {
        void write(Context ctx, JsonNode body) throws Exception;
    }

    /** Writes why there is none. */
    interface Refusal {
        /** With words for the person: what went wrong, and whom to call in an emergency. */
        void write(Context ctx, JsonNode body, Problem problem, String words) throws JsonProcessingException;
    }

    /**
     * Lets a request in, and refuses what cannot be answered.
     *
     * @param largest most bytes of a body, or {@link #NO_BODY}
     */
    void open(Context ctx, int largest, Answer answer, Refusal refusal) throws JsonProcessingException {
        JsonNode body = MissingNode.getInstance();
        try {
            gate.admit(ctx);
            body = largest == NO_BODY ? body : body(ctx, largest);
            answer.write(ctx, body);
        } catch (Exception failed) {
            Problem problem = Problem.of(failed);
            problem.mark(ctx);
            refusal.write(ctx, body, problem, problem.getMessage() + " " + line(body));
        }
    }

    /** Counts the messages of a history besides the newest, since each is answered anew. */
    void countHistory(Context ctx, List<String> said) throws Problem {
        if (said.size() > 1) {
            gate.count(ctx, said.size() - 1);
        }
    }

    /** Where the person is, as far as the client tells: in {@code region}, or in that of its {@code metadata}. */
    Optional<Region> region(JsonNode body) throws Problem {
        JsonNode metadata = body.path("metadata");
        return ChatRequest.region(metadata.has("region") ? metadata : body, regions);
    }

    /** A path of this server as the client can reach it. */
    static String address(Context ctx, String path) {
        return URI.create(ctx.url()).resolve(path).toString();
    }

    private String line(JsonNode body) {
        try {
            return region(body).orElse(usual).line();
        } catch (Problem unknown) {
            return usual.line();
        }
    }

    private static JsonNode body(Context ctx, int largest) throws Problem, IOException {
        byte[] bytes = ctx.bodyInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw Problem.tooLarge(largest);
        }
        try {
            JsonNode json = MAPPER.readTree(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException broken) {
            // the cause would repeat what the person typed
        }
        throw Problem.badRequest("The request is not a JSON object.");
    }
}

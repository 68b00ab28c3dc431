package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import scapula.domain.Conversation;
import scapula.domain.Region;
import scapula.domain.Summary;

/** A CDS Hooks 2.0 service: what a patient's record holds in words, as a card for the clinician who opens it. */
final class CdsChannel {

    private static final String DISCOVERY = "/cds-services.json";
    private static final Pattern TOKEN = Pattern.compile("\\{\\{context\\.(\\w+)}}");

    private final ChannelDoor door;
    private final ChannelTalk talk;
    private final Function<Conversation, Summary> summaries;
    private final JsonNode discovery;
    private final JsonNode service;

    CdsChannel(ChannelDoor door, ChannelTalk talk, Function<Conversation, Summary> summaries) {
        this.door = door;
        this.talk = talk;
        this.summaries = summaries;
        try (InputStream file = CdsChannel.class.getResourceAsStream(DISCOVERY)) {
            this.discovery = new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("This program was built without " + DISCOVERY + ".", unreadable);
        }
        this.service = discovery.at("/services/0");
    }

    void services(Context ctx) throws JsonProcessingException {
        door.open(
                ctx,
                ChannelDoor.NO_BODY,
                (here, body) -> ChatApi.send(here, ChannelDoor.JSON, discovery),
                CdsChannel::refuse);
    }

    void call(Context ctx) throws JsonProcessingException {
        door.open(ctx, ChannelDoor.LARGE_BODY, this::answer, CdsChannel::refuse);
    }

    private void answer(Context ctx, JsonNode call) throws Problem, JsonProcessingException {
        check(call);
        List<String> wanted = wanted(call.path("context"));
        JsonNode prefetch = call.path("prefetch");
        List<ObjectNode> cards = cards(ctx, FreeText.in(wanted.stream().map(prefetch::path)), door.region(call));
        if (cards.isEmpty() && !wanted.stream().allMatch(prefetch::has)) {
            throw Problem.missing(
                    "Nothing was found, but not all was sent along to be read: " + String.join(", ", wanted) + ".");
        }
        ChatApi.send(ctx, ChannelDoor.JSON, Map.of("cards", cards));
    }

    /** One card, or none where nobody wrote of what is known here. */
    private List<ObjectNode> cards(Context ctx, List<FreeText> texts, Optional<Region> region) throws Problem {
        if (texts.isEmpty()) {
            return List.of();
        }
        Conversation read = talk.read(region, texts.stream().map(FreeText::text).toList());
        CdsCard card = new CdsCard(read, summaries.apply(read), texts);
        return card.isEmpty()
                ? List.of()
                : List.of(card.json(ChannelDoor.address(ctx, "/"), ChannelDoor.address(ctx, "/rules")));
    }

    private void check(JsonNode call) throws Problem {
        String hook = service.path("hook").asText();
        if (!call.path("hook").asText().equals(hook)) {
            throw Problem.badRequest("\"hook\" must be \"" + hook + "\".");
        }
        if (call.path("hookInstance").asText().isEmpty()) {
            throw Problem.badRequest("\"hookInstance\" is missing.");
        }
        for (String field : List.of("userId", "patientId")) {
            if (!call.path("context").path(field).isTextual()) {
                throw Problem.badRequest("\"context\" must have a text \"" + field + "\".");
            }
        }
    }

    /** The names of what a client can send along in this context: without an encounter, there is none. */
    private List<String> wanted(JsonNode context) {
        return service.path("prefetch").properties().stream()
                .filter(template -> TOKEN.matcher(template.getValue().asText())
                        .results()
                        .allMatch(token -> context.has(token.group(1))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void refuse(Context ctx, JsonNode body, Problem problem, String words)
            throws JsonProcessingException {
        ObjectNode outcome = Fhir.node().put("resourceType", "OperationOutcome");
        ObjectNode issue = outcome.putArray("issue").addObject().put("severity", "error");
        issue.put("code", code(problem.status())).putObject("details").put("text", words);
        ChatApi.send(ctx, ChannelDoor.JSON, outcome);
    }

    /** The kind of a failure, in FHIR's words. */
    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 412 -> "required";
            case 413 -> "too-long";
            case 422 -> "value";
            case 429 -> "throttled";
            case 503 -> "transient";
            default -> "exception";
        };
    }
}

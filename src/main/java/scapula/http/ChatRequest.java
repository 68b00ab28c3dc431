package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Message;
import scapula.domain.Quote;
import scapula.domain.Region;

/** A chat request, read strictly: every mistake is a {@link Problem} with a sentence that says what to do. */
public record ChatRequest(
        Message message, Optional<String> conversationId, Optional<String> messageId, Optional<Region> region) {

    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_ID = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    static ChatRequest read(String body, Map<String, Region> regions) throws Problem {
        JsonNode json = parse(body);
        List<String> chosen = chosen(json.path("chosen"));
        return new ChatRequest(
                new Message(message(json, !chosen.isEmpty()), chosen),
                text(json, "conversationId"),
                messageId(json),
                region(json, regions));
    }

    /** What a correction says of a finding: {@code {"state": "present"}}, or absent, or unsure. */
    static Finding correction(String token, String body) throws Problem {
        Quote quote = Quote.tapped(0);
        return switch (text(parse(body), "state").orElse("")) {
            case "present" -> new Present(token, quote);
            case "absent" -> new Absent(token, quote);
            case "unsure" -> new Unsure(token, quote);
            default -> throw Problem.badRequest("\"state\" must be \"present\", \"absent\" or \"unsure\".");
        };
    }

    /** The region of a request that may be broken, so that its error can name the right number. */
    static Optional<Region> regionOf(String body, Map<String, Region> regions) {
        try {
            return region(parse(body), regions);
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    private static JsonNode parse(String body) throws Problem {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException broken) {
            // the cause would repeat what the person typed
        }
        throw Problem.badRequest("The request is not a JSON object. Send one such as {\"message\": \"...\"}.");
    }

    private static String message(JsonNode json, boolean mayBeLeftOut) throws Problem {
        Optional<String> text = text(json, "message");
        if (text.isEmpty() && mayBeLeftOut) {
            return "";
        }
        if (text.isEmpty()) {
            throw Problem.unprocessable("There is no message. Put what the person wrote in \"message\".");
        }
        return usable(text.get());
    }

    /** What a person typed, without the space around it. */
    public static String usable(String typed) throws Problem {
        String message = typed.strip();
        if (message.isEmpty()) {
            throw Problem.unprocessable("The message is empty. Please write a few words.");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw Problem.unprocessable("The message is too long. Please say it in 2,000 characters or fewer.");
        }
        if (message.chars().allMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw Problem.unprocessable("The message has no readable characters. Please write a few words.");
        }
        return message;
    }

    private static Optional<String> messageId(JsonNode json) throws Problem {
        Optional<String> id = text(json, "messageId");
        if (id.isPresent() && (id.get().isEmpty() || id.get().length() > LONGEST_ID)) {
            throw Problem.badRequest("\"messageId\" must have 1 to 64 characters.");
        }
        return id;
    }

    static Optional<Region> region(JsonNode json, Map<String, Region> regions) throws Problem {
        Optional<String> id = text(json, "region");
        if (id.isPresent() && !regions.containsKey(id.get())) {
            throw Problem.badRequest(
                    "This region is not known. Use one of " + String.join(", ", regions.keySet()) + ".");
        }
        return id.map(regions::get);
    }

    private static List<String> chosen(JsonNode node) throws Problem {
        List<String> chosen = new ArrayList<>();
        boolean list = node.isArray() || node.isMissingNode() || node.isNull();
        for (JsonNode option : node) {
            list &= option.isTextual();
            chosen.add(option.asText());
        }
        if (!list) {
            throw Problem.badRequest("\"chosen\" must be a list of option ids.");
        }
        return chosen;
    }

    static Optional<String> text(JsonNode json, String name) throws Problem {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw Problem.badRequest("\"" + name + "\" must be a text.");
        }
        return Optional.of(node.asText());
    }
}

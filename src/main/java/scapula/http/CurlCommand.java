package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import scapula.http.Description.Operation;

/** A call to try in a terminal. */
record CurlCommand(Example example) {

    private static final String JSON = "application/json";

    /** Empty for what only a browser sends or shows. */
    String of(Operation operation) {
        JsonNode replies = operation.json().get("responses");
        JsonNode sent = operation.json().path("requestBody").path("content");
        boolean forBrowsers = replies.at("/200/content").size() == 1
                && replies.at("/200/content").has("text/html");
        if (forBrowsers || (!sent.isEmpty() && !sent.has(JSON))) {
            return "";
        }
        String body = sent.isEmpty()
                ? ""
                : " -H 'Content-Type: application/json' -d "
                        + quoted(example.of(sent.get(JSON)).toString());
        return "curl -s" + method(operation.method()) + " localhost:7070" + path(operation) + query(operation) + body;
    }

    private static String method(String method) {
        return List.of("GET", "POST").contains(method) ? "" : " -X " + method;
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            path = path.replace("{" + parameter.get("name").asText() + "}", value(parameter));
        }
        return path;
    }

    private String query(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .map(parameter -> parameter.get("name").asText() + "=" + value(parameter))
                .map(pair -> " -G --data-urlencode " + quoted(pair))
                .collect(Collectors.joining());
    }

    private String value(JsonNode parameter) {
        return example.made(parameter.get("schema")).asText();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

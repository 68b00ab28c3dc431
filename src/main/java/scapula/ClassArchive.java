package scapula;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A first conversation with the program, in the build: Java then writes down which classes that took, so that it has them
 * at hand when the program starts.
 */
public final class ClassArchive {

    /** Heard in these: a finding, an answer, a misspelling, an emergency and another language. */
    private static final List<String> SAID = List.of(
            "left shoulder blade sore since pull-ups yesterday",
            "how do i stretch my upper back",
            "why is my chest so tigth, i have a cold sweat",
            "mein oberer Rücken tut weh und ich weiß nicht warum");

    private ClassArchive() {}

    /** Starts the program with the command that the arguments are and no other settings, talks with it and stops it. */
    public static void main(String[] command) throws IOException, InterruptedException {
        List<String> serving = new ArrayList<>(List.of(command));
        serving.addAll(List.of("--port", "0", "--messages-per-minute", "0"));
        ProcessBuilder start = new ProcessBuilder(serving).redirectError(ProcessBuilder.Redirect.INHERIT);
        start.environment().keySet().removeIf(name -> name.startsWith("SCAPULA_"));
        Process program = start.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = out.readLine();
            if (ready == null) {
                throw new IllegalStateException("The program that was built does not start.");
            }
            talk(ready.replaceFirst("Scapula is at (http://\\S+).*", "$1"));
        } finally {
            program.destroy();
            program.waitFor();
        }
    }

    private static void talk(String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
        for (String message : SAID) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"message\": \"" + message + "\"}"))
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("The program answered with " + status + ".");
            }
        }
    }
}

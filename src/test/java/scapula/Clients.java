package scapula;

import com.microsoft.playwright.impl.driver.Driver;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The clients of others as they are published: installed by npm, each with a page or a script of {@code src/test/clients}. */
final class Clients {

    private static final Path SOURCE = Path.of("src/test/clients");
    private static final Path FOLDER = Path.of("target/clients");

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript; charset=utf-8", "css", "text/css");

    private Clients() {}

    /** Just what the lock file names, each checked by its hash. */
    static void install() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        boolean hasNpm = Program.named("npm").isPresent() || Program.install("npm");
        if (!hasNpm || !Program.run(FOLDER, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")) {
            throw new IllegalStateException(
                    "The tests of the channels need npm with its registry, and " + SOURCE + " could not be installed.");
        }
    }

    /** A site of another origin than the server's, with the pages and the clients. */
    static HttpServer site() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = Files.readAllBytes(FOLDER.resolve(path.substring(1)));
            exchange.getResponseHeaders().add("Content-Type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** What a script of the folder prints; Node.js is Playwright's own. */
    static String run(String script, List<String> arguments) throws IOException, InterruptedException {
        Path node = Driver.ensureDriverInstalled(Browser.ENVIRONMENT, false)
                .driverDir()
                .resolve("node");
        List<String> command = new ArrayList<>(List.of(node.toString(), script));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(script + " failed and printed: " + printed);
        }
        return printed;
    }
}

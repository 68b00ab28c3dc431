package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The image that the build made, unpacked as its manifest says and started as its configuration says. */
final class Image {

    static final Path TAR = Path.of("target", "scapula-image.tar");

    private static final Path FOLDER = Path.of("target", "unpacked-image").toAbsolutePath();
    private static final Path FILES = FOLDER.resolve("root");

    private final JsonNode config;

    private Image(JsonNode config) {
        this.config = config;
    }

    /** Its layers one over the other, in a folder of its own. */
    static Image unpacked() throws IOException {
        run("rm", "-rf", FOLDER.toString());
        Files.createDirectories(FILES);
        run("tar", "-xf", TAR.toString(), "-C", FOLDER.toString());
        JsonNode manifest =
                Chat.JSON.readTree(FOLDER.resolve("manifest.json").toFile()).get(0);
        for (JsonNode layer : manifest.get("Layers")) {
            run("tar", "-xzpf", FOLDER.resolve(layer.asText()).toString(), "-C", FILES.toString());
        }
        return new Image(Chat.JSON
                .readTree(FOLDER.resolve(manifest.get("Config").asText()).toFile())
                .get("config"));
    }

    private static void run(String... command) {
        if (!Program.run(Path.of(""), command)) {
            throw new AssertionError("expected this to work: " + String.join(" ", command));
        }
    }

    String label(String name) {
        return config.at("/Labels/org.opencontainers.image." + name).asText();
    }

    Path file(String path) {
        return FILES.resolve(path);
    }

    /** All of its files. */
    Map<String, Written> files() throws IOException {
        Map<String, Written> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FILES)) {
            for (Path path : paths.toList()) {
                files.put(
                        FILES.relativize(path).toString(),
                        new Written(Files.getLastModifiedTime(path), Files.size(path)));
            }
        }
        return files;
    }

    /** When a file was last written to, and its size. */
    record Written(FileTime time, long bytes) {}

    /** Starts it with these variables besides its own, and these arguments after those of its entry point. */
    Process start(Map<String, String> variables, String... arguments) throws IOException {
        boolean root = Files.readString(Path.of("/proc/self/status")).contains("\nUid:\t0\t");
        String[] user = config.get("User").asText().split(":", -1);
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!root) {
            command.add("--map-root-user");
        }
        command.addAll(List.of(
                "/bin/sh",
                Path.of("src/test/image/run.sh").toAbsolutePath().toString(),
                FILES.toString(),
                config.get("WorkingDir").asText(),
                root
                        ? "--setuid=" + user[0] + " --setgid=" + user[1]
                        : "--map-user=" + user[0] + " --map-group=" + user[1]));
        config.get("Entrypoint").forEach(part -> command.add(part.asText()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().clear();
        for (JsonNode variable : config.get("Env")) {
            String[] pair = variable.asText().split("=", 2);
            program.environment().put(pair[0], pair[1]);
        }
        program.environment().putAll(variables);
        return program.start();
    }

    /** What a command in it says, and how it ends. */
    Answer ask(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        Process process = start(variables, arguments);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complained = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said, complained);
    }

    record Answer(int code, String said, String complained) {}
}

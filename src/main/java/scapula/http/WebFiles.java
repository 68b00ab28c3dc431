package scapula.http;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The files of {@code web/}, as the build packed them.
 *
 * @param bytes by path below the folder
 */
record WebFiles(SortedMap<String, byte[]> bytes) {

    private static final String FOLDER = "web/";

    private static final Map<String, String> TYPES =
            Map.of(".css", "text/css", ".js", Written.SCRIPT, ".svg", "image/svg+xml");

    /** What is not served as it lies there. */
    private static final Set<String> MADE_ANEW = Set.of(Shell.WORKER, "embed.js");

    /** Reads them out of the jar, or from beside the classes while the program is being worked on. */
    static WebFiles read() {
        try {
            URL index = WebFiles.class.getResource("/" + FOLDER + "index.html");
            return index.openConnection() instanceof JarURLConnection packed
                    ? in(packed)
                    : below(Path.of(index.toURI()).getParent());
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("This program was built without its page.", unreadable);
        }
    }

    private static WebFiles in(JarURLConnection packed) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        packed.setUseCaches(false);
        try (JarFile jar = packed.getJarFile()) {
            for (JarEntry file : Collections.list(jar.entries())) {
                if (file.getName().startsWith(FOLDER) && !file.isDirectory()) {
                    try (InputStream in = jar.getInputStream(file)) {
                        bytes.put(file.getName().substring(FOLDER.length()), in.readAllBytes());
                    }
                }
            }
        }
        return new WebFiles(bytes);
    }

    private static WebFiles below(Path folder) throws IOException {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                bytes.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new WebFiles(bytes);
    }

    /** Serves what a page loads, each file at its path. */
    void addTo(RoutesConfig routes) {
        bytes.keySet().stream().filter(name -> serves("/" + name)).forEach(name -> {
            Written file = Written.of(TYPES.get(name.substring(name.lastIndexOf('.'))), text(name));
            routes.get("/" + name, ctx -> {
                Headers.PAGE.forEach(ctx::header);
                file.to(ctx);
            });
        });
    }

    /** Whether a file is served at this path as it lies there. */
    boolean serves(String path) {
        String name = path.substring(1);
        return bytes.containsKey(name)
                && !MADE_ANEW.contains(name)
                && TYPES.keySet().stream().anyMatch(name::endsWith);
    }

    String text(String name) {
        return new String(bytes.get(name), StandardCharsets.UTF_8);
    }

    /** The paths of all files that end so. */
    List<String> ending(String... ends) {
        return bytes.keySet().stream()
                .filter(name -> Stream.of(ends).anyMatch(name::endsWith))
                .toList();
    }
}

package scapula.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The folder, on disk or inside the jar, that holds {@code rules/} and {@code models/}. */
record Folder(Path root) {

    /** Files below {@code under} whose name ends with {@code ending}, by their path from the root, in order. */
    List<String> list(String under, String ending) {
        Path start = root.resolve(under);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(start)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String file) {
        return Files.isRegularFile(root.resolve(file));
    }

    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** SHA-256 over the names and contents of the files below {@code under} that end with one of {@code endings}. */
    String hash(String under, List<String> endings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : list(under, "")) {
                if (endings.stream().anyMatch(file::endsWith)) {
                    digest.update((file + "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update(bytes(file));
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

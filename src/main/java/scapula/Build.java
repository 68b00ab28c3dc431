package scapula;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import scapula.content.Content;
import scapula.decide.RuleCompiler;
import scapula.domain.ContentProblem;
import scapula.understand.Reader;

/**
 * The build's own step: checks the content, trains the intents and compiles the rules, into the classes' folder. What was
 * made from the very same files before is kept, so that a change of one part waits for that part alone.
 */
public final class Build {

    /** Code that training depends on, and code that compiling the rules depends on, below the classes' folder. */
    private static final List<String> TRAINER = List.of("scapula/understand", "scapula/domain", "scapula/content");

    private static final List<String> COMPILER = List.of("scapula/decide", "scapula/domain");

    private Build() {}

    /** Builds from the folder that holds rules/ and models/ (first argument) into another (second). */
    public static void main(String[] args) throws IOException {
        try {
            build(Path.of(args[0]), Path.of(args[1]));
        } catch (ContentProblem problem) {
            System.err.println("The content has mistakes:\n" + problem.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path folder, Path classes) throws IOException {
        Content content = Content.open(folder, LocalDate.now(ZoneOffset.UTC));
        CompletableFuture<Void> rules = CompletableFuture.runAsync(() -> once(
                "rules",
                classes,
                Stream.concat(Stream.of(folder.resolve("rules")), code(classes, COMPILER)),
                () -> RuleCompiler.write(content.rules(), classes)));
        once(
                "models",
                classes,
                Stream.concat(Stream.of(folder.resolve("models")), code(classes, TRAINER)),
                () -> train(content, classes));
        try {
            rules.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ContentProblem problem ? problem : failed;
        }
    }

    private static void train(Content content, Path classes) throws IOException {
        Reader reader = Reader.trained(content.wordings(), content.examples(), content.languages());
        try (OutputStream intents = Files.newOutputStream(classes.resolve(Assembly.INTENTS));
                OutputStream languages = Files.newOutputStream(classes.resolve(Assembly.LANGUAGES))) {
            reader.write(intents, languages);
        }
    }

    /** A part of the build. */
    private interface Part {
        void make() throws IOException;
    }

    /** Makes a part, unless it was made from the same files before; their digest stands beside the classes. */
    private static void once(String name, Path classes, Stream<Path> from, Part part) {
        try {
            Path stamp = classes.resolveSibling(name + ".sha256");
            String digest = digest(from);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(digest)) {
                Files.deleteIfExists(stamp);
                part.make();
                Files.writeString(stamp, digest);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Stream<Path> code(Path classes, List<String> packages) {
        return packages.stream().map(classes::resolve);
    }

    /** Names and contents of all files in some folders. */
    private static String digest(Stream<Path> folders) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders.toList()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

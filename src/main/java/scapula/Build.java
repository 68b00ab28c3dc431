package scapula;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        Content content = Content.open(folder);
        try (OutputStream packed = Files.newOutputStream(classes.resolve(Assembly.CONTENT))) {
            content.write(packed);
        }
        Path libraries = folder.resolve("pom.xml");
        CompletableFuture<Void> rules = CompletableFuture.runAsync(() -> once(
                classes.getParent(),
                classes.resolve(RuleCompiler.MADE),
                content.rulesVersion() + digest(libraries, classes, COMPILER),
                () -> RuleCompiler.write(content.rules(), classes)));
        once(
                classes.getParent(),
                classes.resolve(Assembly.INTENTS),
                content.modelsVersion() + digest(libraries, classes, TRAINER),
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

    /**
     * Makes a part, unless it is there and was made from the same before.
     *
     * @param made a file that it writes; what it was made from stands beside the classes
     * @param from the versions of all that goes into it
     */
    private static void once(Path stamps, Path made, String from, Part part) {
        try {
            Path stamp = stamps.resolve(made.getFileName() + ".made-from");
            if (!Files.exists(made)
                    || !Files.exists(stamp)
                    || !Files.readString(stamp).equals(from)) {
                Files.deleteIfExists(stamp);
                part.make();
                Files.writeString(stamp, from);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The libraries' versions, and the code of some packages. */
    private static String digest(Path libraries, Path classes, List<String> packages) {
        try {
            MessageDigest digest = sha256();
            digest.update(Files.readAllBytes(libraries));
            for (String one : packages) {
                try (Stream<Path> files = Files.walk(classes.resolve(one))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

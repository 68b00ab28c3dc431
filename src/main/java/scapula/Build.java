package scapula;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import scapula.content.Content;
import scapula.decide.RuleCompiler;
import scapula.domain.ContentProblem;
import scapula.understand.Reader;

/** The build's own step: checks the content, trains the intents and compiles the rules, into the classes' folder. */
public final class Build {

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
        CompletableFuture<Void> rules = CompletableFuture.runAsync(() -> compile(content, classes));
        Reader reader = Reader.trained(content.wordings(), content.examples(), content.languages());
        try (OutputStream intents = Files.newOutputStream(classes.resolve(Assembly.INTENTS));
                OutputStream languages = Files.newOutputStream(classes.resolve(Assembly.LANGUAGES))) {
            reader.write(intents, languages);
        }
        try {
            rules.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ContentProblem problem ? problem : failed;
        }
    }

    private static void compile(Content content, Path classes) {
        try {
            RuleCompiler.write(content.rules(), classes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

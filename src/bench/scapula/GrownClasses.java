package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Grown content, checked, taught and compiled by the build's own step beside a copy of the program's classes. It is
 * kept from one run to the next; what did not change is not made again.
 */
record GrownClasses(Path folder) {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    /** What the build's step makes of content; a copy of it would be of other content. */
    private static final List<String> MADE = List.of("rules", "META-INF");

    /** Gives a classpath that has it in place of the program's own. */
    static String classpath(GrownContent content, String name) throws IOException, InterruptedException {
        GrownClasses grown =
                new GrownClasses(Bench.WORK.resolve("grown").resolve(name).toAbsolutePath());
        grown.copyProgram();
        content.write(grown.folder);
        String classpath = JavaProgram.CLASSPATH.replace(
                TARGET.resolve("classes").toString(), grown.classes().toString());
        JavaProgram.printed(JavaProgram.command(
                List.of("-Xmx4g"),
                classpath,
                Build.class,
                grown.folder.toString(),
                grown.classes().toString()));
        return classpath;
    }

    private Path classes() {
        return folder.resolve("target/classes");
    }

    /** What was taught is taken along at first: it is the same where only rules are other ones. */
    private void copyProgram() throws IOException {
        boolean again = Files.exists(folder);
        try (Stream<Path> parts = Files.list(TARGET.resolve("classes"))) {
            for (Path part : parts.toList()) {
                String name = part.getFileName().toString();
                if (!MADE.contains(name) && !(again && name.endsWith(".bin"))) {
                    GrownContent.copy(part, classes().resolve(name));
                }
            }
        }
        GrownContent.copy(Path.of("pom.xml"), folder.resolve("pom.xml"));
        Path stamp = Path.of(Assembly.INTENTS + ".made-from");
        if (!again) {
            GrownContent.copy(TARGET.resolve(stamp), folder.resolve("target").resolve(stamp));
        }
    }
}

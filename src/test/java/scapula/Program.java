package scapula;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine: those that are installed, or that its packages bring now. */
final class Program {

    private Program() {}

    /** The first of these names that is on the path. */
    static Optional<Path> named(String... names) {
        Stream<String> folders = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return folders.flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether the system's packages brought it, where they may be installed. */
    static boolean install(String packaged) {
        Path here = Path.of("");
        return Files.isExecutable(Path.of("/usr/bin/apt-get"))
                && run(here, "apt-get", "update", "-q")
                && run(here, "apt-get", "install", "-y", "-q", "--no-install-recommends", packaged);
    }

    /** Whether it ended well. */
    static boolean run(Path folder, String... command) {
        try {
            return new ProcessBuilder(command)
                            .directory(folder.toAbsolutePath().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException failed) {
            return false;
        }
    }
}

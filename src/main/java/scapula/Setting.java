package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import scapula.Assembly.Outside;

/** The options that every command has: which content, and where the person is taken to be. */
final class Setting {

    private static final String USUAL = "UK";

    @Option(
            names = "--region",
            defaultValue = USUAL,
            paramLabel = "ID",
            description = "Whose emergency numbers: UK US EU AU CA IE NZ IN. Default: ${DEFAULT-VALUE}.")
    private String region;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description = "Use rules/ and models/ of this folder; they are checked, trained and "
                    + "compiled at start, and again whenever they change.")
    private Path content;

    private final Built built;

    /** Puts the program together with the content that it was built with. */
    interface Built {
        Assembly in(String region, Outside outside) throws IOException;
    }

    Setting(Built built) {
        this.built = built;
    }

    String region() {
        return region;
    }

    /** The folder that the content is read from; empty where it is what the program was built with. */
    Optional<Path> content() {
        return Optional.ofNullable(content);
    }

    /** The program with the content of a folder, where the person is taken to be usually. */
    Assembly assemble(CommandSpec spec, Path folder) throws IOException {
        content = folder;
        region = USUAL;
        return assemble(spec);
    }

    /** Puts the program together for one command; answers that are due for review are told, once. */
    Assembly assemble(CommandSpec spec) throws IOException {
        return assemble(spec, Outside.alone());
    }

    Assembly assemble(CommandSpec spec, Outside outside) throws IOException {
        if (content != null && !Files.isDirectory(content.resolve("rules"))) {
            throw Environment.impossible(spec, "--content", "There is no folder " + content.resolve("rules") + ".");
        }
        Assembly whole = built.in(region, outside);
        Assembly assembly = content == null ? whole : whole.edited(content);
        if (assembly.usual() == null) {
            String known = String.join(", ", assembly.content().regions().keySet());
            throw Environment.impossible(
                    spec, "--region", "There is no region " + region + ". There are: " + known + ".");
        }
        assembly.content()
                .overdue(LocalDate.now(ZoneOffset.UTC))
                .forEach(mistake -> spec.commandLine().getErr().println("Warning: " + mistake));
        return assembly;
    }
}

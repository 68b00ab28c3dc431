package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import scapula.Assembly.Outside;

/** The options that every command has: which content, and where the person is taken to be. */
final class Setting {

    @Option(
            names = "--region",
            defaultValue = "UK",
            paramLabel = "ID",
            description = "Whose emergency numbers: UK US EU AU CA IE NZ IN. Default: ${DEFAULT-VALUE}.")
    private String region;

    @Option(
            names = "--content",
            paramLabel = "DIR",
            description = "Use rules/ and models/ of this folder; they are checked, trained and "
                    + "compiled at start, and again whenever they change.")
    private Path content;

    String region() {
        return region;
    }

    /** The folder that the content is read from; empty where it is what the program was built with. */
    Optional<Path> content() {
        return Optional.ofNullable(content);
    }

    /** Puts the program together for one command; answers that are due for review are told, once. */
    Assembly assemble(CommandSpec spec) throws IOException {
        return assemble(spec, Outside.alone());
    }

    Assembly assemble(CommandSpec spec, Outside outside) throws IOException {
        if (content != null && !Files.isDirectory(content.resolve("rules"))) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + content.resolve("rules") + ".");
        }
        Assembly assembly = Assembly.of(content(), region, outside);
        if (assembly.usual() == null) {
            String known = String.join(", ", assembly.content().regions().keySet());
            throw new ParameterException(
                    spec.commandLine(), "There is no region " + region + ". There are: " + known + ".");
        }
        assembly.content()
                .overdue()
                .forEach(mistake -> spec.commandLine().getErr().println("Warning: " + mistake));
        return assembly;
    }
}

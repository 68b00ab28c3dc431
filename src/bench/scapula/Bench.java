package scapula;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What every part of the measuring is told.
 *
 * @param data the public sets of messages
 * @param into where the results go
 * @param quick whether a rough look is enough
 */
record Bench(Path data, Path into, boolean quick) {

    /** First messages by people who had not seen the program; no two are the same. */
    private static final Path MESSAGES = Path.of("src/test/resources/wordings/unseen.tsv");

    /** What is made on the way. */
    static final Path WORK = Path.of("target/bench");

    List<String> messages() throws IOException {
        return Files.readAllLines(MESSAGES).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1).strip())
                .filter(message -> !message.isEmpty())
                .distinct()
                .toList();
    }

    /** The same in a file, one on each line. */
    Path messagesFile() throws IOException {
        return Files.write(Files.createDirectories(WORK).resolve("messages.txt"), messages());
    }

    Duration seconds(int full, int quickly) {
        return Duration.ofSeconds(quick ? quickly : full);
    }

    int times(int full, int quickly) {
        return quick ? quickly : full;
    }
}

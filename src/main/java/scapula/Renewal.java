package scapula;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scapula.domain.ContentProblem;
import scapula.http.Server;

/**
 * Puts what editors change into service while the program runs: once their folder has been left alone for a moment, it
 * is checked and takes the place of the old content as a whole. Where it has mistakes, they are told and the old stays.
 */
final class Renewal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int MILLIS_LEFT_ALONE = 2_000;

    private final Path folder;
    private final Server server;
    private final Thread looking = new Thread(this::keepLooking, "content");
    private Assembly shown;
    private List<String> tried;
    private List<String> seen;

    /** @param shown what is served now */
    Renewal(Path folder, Assembly shown, Server server) {
        this.folder = folder;
        this.shown = shown;
        this.server = server;
        this.seen = state();
        this.tried = seen;
    }

    Renewal start() {
        looking.setDaemon(true);
        looking.start();
        return this;
    }

    private void keepLooking() {
        try {
            while (true) {
                Thread.sleep(MILLIS_LEFT_ALONE);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        List<String> now = state();
        if (now.equals(seen) && !now.equals(tried)) {
            tried = now;
            renew();
        }
        seen = now;
    }

    private void renew() {
        try {
            Assembly next = shown.edited(folder);
            if (next.usual() == null) {
                LOG.error("The changed content is not used: it has no region {}.", next.region());
                return;
            }
            server.show(next.edition());
            shown = next;
            LOG.info(
                    "The changed content is in use: rules {}, models {}.",
                    shown.content().rulesVersion(),
                    shown.content().modelsVersion());
        } catch (ContentProblem mistakes) {
            LOG.error("The changed content is not used, it has mistakes:\n{}", mistakes.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("The changed content is not used, it cannot be read: {}", broken.toString());
        }
    }

    /** Each file of the folder with its size and time. */
    private List<String> state() {
        try (Stream<Path> rules = Files.walk(folder.resolve("rules"), FileVisitOption.FOLLOW_LINKS);
                Stream<Path> models = Files.walk(folder.resolve("models"), FileVisitOption.FOLLOW_LINKS)) {
            return Stream.concat(rules, models).map(Renewal::state).sorted().toList();
        } catch (IOException | RuntimeException changing) {
            return List.of();
        }
    }

    private static String state(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return file + " gone";
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}

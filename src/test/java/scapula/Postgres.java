package scapula;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL for the tests, on a free port and with a folder of its own; it writes to the disk as it should. */
final class Postgres implements AutoCloseable {

    /** One for all tests that do not stop it; it ends with them. */
    private static final class Shared {
        private static final Postgres RUNNING = new Postgres();
    }

    private final Path folder;
    private EmbeddedPostgres running;
    private final int port;

    Postgres() {
        try {
            this.folder = Files.createTempDirectory("scapula-postgres");
            this.running = start(0);
            this.port = running.getPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private EmbeddedPostgres start(int at) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(at)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    static String sharedUrl() {
        return Shared.RUNNING.url();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    void stop() throws IOException {
        running.close();
    }

    void startAgain() throws IOException {
        running = start(port);
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}

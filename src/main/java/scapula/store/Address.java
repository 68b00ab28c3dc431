package scapula.store;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;

/**
 * Where a database is, and as whom to connect.
 *
 * @param url a JDBC address of H2 or PostgreSQL
 * @param user empty where the address names one, or none is needed
 * @param connections most at a time
 */
public record Address(String url, Optional<String> user, Optional<String> password, int connections) {

    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int MILLIS_FOR_A_CONNECTION = 2_000;
    private static final String SECONDS_FOR_AN_ANSWER = "10";

    /** @throws IllegalArgumentException with a sentence, where it is of neither */
    public Address {
        if (!url.startsWith(H2) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "This is no place to keep conversations. Give memory, jdbc:h2:file:PATH or jdbc:postgresql://HOST/NAME.");
        }
    }

    HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.startsWith(H2) ? durable(url) : url);
        user.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setExceptionOverrideClassName(DeadConnections.class.getName());
        config.setConnectionTimeout(MILLIS_FOR_A_CONNECTION);
        config.setConnectionInitSql("set lock_timeout = " + Turnstile.MILLIS_TO_WAIT);
        if (url.startsWith(POSTGRESQL)) {
            config.addDataSourceProperty("socketTimeout", SECONDS_FOR_AN_ANSWER);
            config.addDataSourceProperty("ApplicationName", "scapula");
        }
        return config;
    }

    /**
     * If not told otherwise, H2 says "committed" half a second before it writes, closes before the last turn is answered,
     * and writes a log of its own that may hold what was typed.
     */
    private static String durable(String url) {
        return url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }
}

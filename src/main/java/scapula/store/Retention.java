package scapula.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what was kept for long enough, minute by minute. Where the clock jumps it waits an hour, so that a clock that
 * was set wrongly can be set right before anything is lost.
 */
public final class Retention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration BREAK = Duration.ofMinutes(1);
    private static final Duration JUMP = Duration.ofMinutes(10);
    private static final Duration WAIT = Duration.ofHours(1);

    private final ConversationStore store;
    private final Duration kept;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Thread forgetting = new Thread(this::keepForgetting, "retention");
    private Instant lastTime;
    private long lastNanos;
    private long waitUntilNanos;

    /**
     * Forgets after this time.
     *
     * @param nanos runs evenly, whatever the clock does
     */
    public Retention(ConversationStore store, Duration kept, InstantSource clock, LongSupplier nanos) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
        this.nanos = nanos;
        this.lastTime = clock.instant();
        this.lastNanos = nanos.getAsLong();
        this.waitUntilNanos = lastNanos;
    }

    /** Forgets from now on, until it is closed. */
    public Retention start() {
        forgetting.setDaemon(true);
        forgetting.start();
        return this;
    }

    private void keepForgetting() {
        try {
            while (true) {
                forget();
                Thread.sleep(BREAK.toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what is due now; a store that is away is asked again in a minute. */
    public void forget() {
        if (isClockSteady()) {
            Instant due = clock.instant().minus(kept);
            try {
                int forgotten = store.forgetBefore(due);
                while (forgotten > 0) {
                    forgotten = store.forgetBefore(due);
                }
            } catch (RuntimeException failed) {
                LOG.error("What is due could not be forgotten, and is tried again in a minute: {}", failed.toString());
            }
        }
    }

    private boolean isClockSteady() {
        Instant time = clock.instant();
        long now = nanos.getAsLong();
        Duration told = Duration.between(lastTime, time);
        Duration passed = Duration.ofNanos(now - lastNanos);
        if (told.minus(passed).abs().compareTo(JUMP) > 0) {
            waitUntilNanos = now + WAIT.toNanos();
        }
        lastTime = time;
        lastNanos = now;
        return now - waitUntilNanos >= 0;
    }

    @Override
    public void close() {
        forgetting.interrupt();
    }
}

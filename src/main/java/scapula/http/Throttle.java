package scapula.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many messages a minute for each client, and for all together; no client is ever written down. */
final class Throttle {

    private final int perMinute;
    private final int perMinuteInAll;
    private final Bucket all;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(2))
            .maximumSize(100_000)
            .build();

    /** Of both limits, 0 stands for none. */
    Throttle(int perMinute, int perMinuteInAll) {
        this.perMinute = perMinute;
        this.perMinuteInAll = perMinuteInAll;
        this.all = bucket(Math.max(1, perMinuteInAll));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Seconds to wait before the next messages, so many at once, from this client; 0 lets them through. */
    long secondsToWait(String client, int messages) {
        long own = perMinute == 0
                ? 0
                : wait(buckets.get(client, unknown -> bucket(perMinute)), Math.min(messages, perMinute));
        return own > 0 || perMinuteInAll == 0 ? own : wait(all, Math.min(messages, perMinuteInAll));
    }

    private static long wait(Bucket bucket, int messages) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(messages);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }
}

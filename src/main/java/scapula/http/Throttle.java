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

    /** Seconds to wait before the next message from this client; 0 lets it through. */
    long secondsToWait(String client) {
        long own = perMinute == 0 ? 0 : wait(buckets.get(client, unknown -> bucket(perMinute)));
        return own > 0 || perMinuteInAll == 0 ? own : wait(all);
    }

    private static long wait(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }
}

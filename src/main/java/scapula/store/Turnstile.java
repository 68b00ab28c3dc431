package scapula.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one turn of a conversation through at a time, on this machine. The next waits a little; a crowd is sent away. */
final class Turnstile {

    static final int MILLIS_TO_WAIT = 2_000;
    private static final int MOST_AT_ONE = 3;

    /** Whoever is in, and whoever waits. */
    private static final class Place {
        private final Semaphore free = new Semaphore(1);
        private int people;
    }

    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** Whether the caller is let in; it then must {@link #leave}. */
    boolean enter(String id) {
        Place place = places.compute(id, (key, known) -> {
            Place at = known == null ? new Place() : known;
            at.people++;
            return at;
        });
        if (place.people <= MOST_AT_ONE && waitFor(place)) {
            return true;
        }
        forget(id);
        return false;
    }

    private static boolean waitFor(Place place) {
        try {
            return place.free.tryAcquire(MILLIS_TO_WAIT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave(String id) {
        places.get(id).free.release();
        forget(id);
    }

    private void forget(String id) {
        places.computeIfPresent(id, (key, place) -> --place.people == 0 ? null : place);
    }
}

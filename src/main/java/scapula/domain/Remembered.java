package scapula.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out before, so that it need not be again; what was asked for longest ago is forgotten first. Safe for
 * many threads, of which two may work out the same.
 */
public final class Remembered<K, V> {

    private final Map<K, V> values;
    private final Function<K, V> work;

    /**
     * Remembers nothing yet.
     *
     * @param most how many values are kept
     * @param work makes the same value of the same key, always
     */
    public Remembered(int most, Function<K, V> work) {
        this.work = work;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of a key, which must not change afterwards. */
    public V of(K key) {
        synchronized (values) {
            V before = values.get(key);
            if (before != null) {
                return before;
            }
        }
        V value = work.apply(key);
        synchronized (values) {
            values.put(key, value);
        }
        return value;
    }
}

package scapula.understand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where each of many names stands in a list, in a tenth of the memory of a map: a name is known by its hash alone. Of
 * names that share one, and there is hardly ever a pair, the last counts.
 */
final class Places {

    /** Slots for each name at least: what finds its own taken goes on to the next that is free. */
    private static final int ROOM = 2;

    private final int[] hashes;
    private final int[] slots;

    private Places(int[] hashes) {
        this.hashes = hashes;
        this.slots = new int[Integer.highestOneBit(Math.max(1, hashes.length)) * 2 * ROOM];
        Arrays.fill(slots, -1);
        for (int place = 0; place < hashes.length; place++) {
            slots[slot(hashes[place])] = place;
        }
    }

    static Places of(String[] names) {
        return new Places(Arrays.stream(names).mapToInt(String::hashCode).toArray());
    }

    static Places read(DataInputStream in) throws IOException {
        int[] hashes = new int[in.readInt()];
        for (int place = 0; place < hashes.length; place++) {
            hashes[place] = in.readInt();
        }
        return new Places(hashes);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
    }

    /** The place of a name, or -1. */
    int of(String name) {
        return slots[slot(name.hashCode())];
    }

    /** The slot of a hash, or the free one where it would be. */
    private int slot(int hash) {
        int slot = (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
        while (slots[slot] >= 0 && hashes[slots[slot]] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}

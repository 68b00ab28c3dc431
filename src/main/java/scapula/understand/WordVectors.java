package scapula.understand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for words, such that the sum of a phrase's words tells what the phrase is about: like phrases have sums that
 * point the same way.
 *
 * <p>They are distilled once from a sentence-embedding model, see models/README.md. The file begins with one line of
 * ASCII: how many numbers a word has, and how many words there are, as in "96 22000", ended by {@code \n}. Then comes
 * each word, commonest first: its text as {@link java.io.DataOutput#writeUTF} writes it, a scale (a float of four bytes,
 * big-endian), and its numbers, one signed byte each, to be multiplied by the scale. Nothing follows the last word.
 */
final class WordVectors {

    private final ByteBuffer file;
    private final int dims;

    /** Where in the file what belongs to a word begins: its scale, then its numbers. */
    private final Map<String, Integer> places;

    /** @throws UncheckedIOException where the file is cut short or laid out otherwise */
    WordVectors(ByteBuffer given) {
        this.file = given.slice();
        try {
            String[] header = line().split(" ", 2);
            this.dims = Integer.parseInt(header[0]);
            int words = Integer.parseInt(header[1]);
            this.places = new HashMap<>(words * 4 / 3 + 1);
            for (int word = 0; word < words; word++) {
                byte[] text = new byte[file.getShort() & 0xffff];
                file.get(text);
                places.put(new String(text, StandardCharsets.UTF_8), file.position());
                file.position(file.position() + Float.BYTES + dims);
            }
        } catch (BufferUnderflowException | IllegalArgumentException broken) {
            throw new UncheckedIOException(new IOException("The word vectors cannot be read.", broken));
        }
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (byte next = file.get(); next != '\n'; next = file.get()) {
            line.append((char) next);
        }
        return line.toString();
    }

    int dims() {
        return dims;
    }

    boolean knows(String word) {
        return places.containsKey(word);
    }

    /** Adds the word's numbers to a sum; an unknown word adds nothing. */
    void addTo(float[] sum, String word) {
        Integer place = places.get(word);
        if (place != null) {
            float scale = file.getFloat(place);
            int numbers = place + Float.BYTES;
            for (int i = 0; i < dims; i++) {
                sum[i] += scale * file.get(numbers + i);
            }
        }
    }

    /** The sum of the words' numbers. */
    float[] sum(List<String> words) {
        float[] sum = new float[dims];
        words.forEach(word -> addTo(sum, word));
        return sum;
    }

    /** How long a sum is; 0 where no word is known. */
    static float length(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        return (float) Math.sqrt(squares);
    }
}

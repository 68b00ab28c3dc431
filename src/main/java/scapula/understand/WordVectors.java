package scapula.understand;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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

    private final int dims;
    private final Map<String, Integer> places = new HashMap<>();
    private final float[] scales;
    private final byte[] numbers;

    /** @throws UncheckedIOException where the file is cut short or laid out otherwise */
    WordVectors(ByteBuffer file) {
        byte[] bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String[] header = line(data).split(" ", 2);
            this.dims = Integer.parseInt(header[0]);
            this.scales = new float[Integer.parseInt(header[1])];
            this.numbers = new byte[scales.length * dims];
            for (int place = 0; place < scales.length; place++) {
                places.put(data.readUTF(), place);
                scales[place] = data.readFloat();
                data.readFully(numbers, place * dims, dims);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The word vectors cannot be read.", broken);
        }
    }

    private static String line(DataInputStream data) throws IOException {
        StringBuilder line = new StringBuilder();
        for (byte next = data.readByte(); next != '\n'; next = data.readByte()) {
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
            for (int i = 0; i < dims; i++) {
                sum[i] += scales[place] * numbers[place * dims + i];
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

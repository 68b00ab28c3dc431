package scapula.content;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import scapula.domain.Likenesses;
import scapula.domain.Likenesses.Known;
import scapula.domain.Mistake;

/** What the near reader compares with: {@code models/vectors/words.bin} and {@code models/vectors/known.tsv}. */
final class Likely {

    private static final String VECTORS = "models/vectors/words.bin";
    private static final String KNOWN = "models/vectors/known.tsv";

    private Likely() {}

    static Likenesses read(Folder folder, Vocabulary vocabulary, List<Mistake> mistakes) {
        List<Known> known = new ArrayList<>();
        for (String file : List.of(VECTORS, KNOWN)) {
            if (!folder.has(file)) {
                mistakes.add(new Mistake(file, 0, "this file is missing."));
                return new Likenesses(ByteBuffer.allocate(0), known);
            }
        }
        List<String> lines = folder.text(KNOWN).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t", -1);
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            if (parts.length != 2 || !(parts[0].equals(Likenesses.HARMLESS) || vocabulary.knows(parts[0]))) {
                mistakes.add(new Mistake(
                        KNOWN, i + 1, "write a token of the vocabulary, or \"harmless\", a tab, and the wording."));
            } else {
                known.add(new Known(parts[0], parts[1]));
            }
        }
        return new Likenesses(ByteBuffer.wrap(folder.bytes(VECTORS)), known);
    }
}

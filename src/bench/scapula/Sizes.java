package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How large the jar is, by what is in it, and the image. */
final class Sizes {

    private static final Path IMAGE = Path.of("target/scapula-image.tar");
    private static final int BLOCK = 512;

    private Sizes() {}

    /**
     * @param jar bytes of the file
     * @param parts of it: what each takes, packed
     * @param image bytes of the image's file, and unpacked; 0 where there is no image
     */
    record Result(long jar, Map<String, Long> parts, long image, long imageUnpacked) {}

    static JsonNode measure(Bench bench) throws IOException {
        Path jar = Path.of(Node.JAR);
        Map<String, Long> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                parts.merge(part(entry.getName()), entry.getCompressedSize(), Long::sum);
            }
        }
        boolean built = Files.exists(IMAGE);
        Result result = new Result(
                Files.size(jar),
                parts,
                built ? Files.size(IMAGE) : 0,
                built ? unpacked(Files.newInputStream(IMAGE)) : 0);
        System.out.println(result);
        return Chat.JSON.valueToTree(result);
    }

    private static String part(String name) {
        if (name.startsWith("rules/") || name.startsWith("META-INF/kie/")) {
            return "compiled rules";
        }
        if (name.equals("content.bin")) {
            return "texts of rules and models";
        }
        if (name.matches("(intents|languages).*\\.bin")) {
            return "trained models";
        }
        return name.startsWith("scapula/") || name.startsWith("web/") ? "program and page" : "libraries";
    }

    /** All that the layers hold: a tar file of packed tar files. */
    private static long unpacked(InputStream image) throws IOException {
        long bytes = 0;
        try (image) {
            for (byte[] head = image.readNBytes(BLOCK);
                    head.length == BLOCK && head[0] != 0;
                    head = image.readNBytes(BLOCK)) {
                String name = new String(head, 0, 100, StandardCharsets.US_ASCII).trim();
                long size = Long.parseLong(new String(head, 124, 11, StandardCharsets.US_ASCII).trim(), 8);
                byte[] entry = image.readNBytes((int) size);
                image.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (name.endsWith(".tar.gz")) {
                    bytes += new GZIPInputStream(new java.io.ByteArrayInputStream(entry))
                            .transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return bytes;
    }
}

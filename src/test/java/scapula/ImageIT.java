package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The image, started as an engine starts it: as its user, with nothing of this machine, and with a root that is read-only. */
@EnabledOnOs(OS.LINUX)
class ImageIT {

    private static final int MEGABYTE = 1_000_000;
    private static final String DENIED = "This test starts the image in namespaces, and this machine lets nobody make "
            + "them: unshare of util-linux 2.38 or newer must work, as root or where users may make namespaces.\n";

    private static Image image;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        image = Image.unpacked();
        Image.Answer version = image.ask(Map.of(), "--version");
        assertEquals("scapula " + image.label("version"), version.said().strip(), DENIED + version.complained());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Asks it as an engine would, until it is ready. */
    private static void awaitReady(Process server, Map<String, String> variables)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (image.ask(variables, "health").code() != 0) {
            assertTrue(server.isAlive(), () -> "it ended: " + errors(server));
            assertTrue(System.nanoTime() - began < TimeUnit.MINUTES.toNanos(2), "it is not ready after two minutes");
            Thread.sleep(1000);
        }
        System.out.printf("The image was ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
    }

    private static String errors(Process ended) {
        try {
            return new String(ended.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return broken.toString();
        }
    }

    /** With PostgreSQL, as the examples for operators run it. */
    @Test
    void itServesAsAUserWhoMayDoNothingElse() throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> variables =
                Map.of("SCAPULA_PORT", Integer.toString(port), "SCAPULA_STORE", Postgres.sharedUrl());
        Process server = image.start(variables);
        try {
            awaitReady(server, variables);
            Chat chat = new Chat("http://127.0.0.1:" + port);
            assertEquals(List.of("why-tight"), Chat.answers(chat.say("why is my upper back so tight")));
            assertEquals(
                    "emergency",
                    chat.say("crushing chest pain and a cold sweat")
                            .at("/triage/level")
                            .asText());
            assertEquals(List.of("65532"), ids(server, "Uid", "uid_map"));
            assertEquals(List.of("65532"), ids(server, "Gid", "gid_map"));
            assertEquals(List.of("0000000000000000"), status(server, "CapEff"));
        } finally {
            server.destroy();
        }
        assertEquals(143, server.waitFor(), "stopped by SIGTERM");
        assertEquals(1, image.ask(variables, "health").code(), "and no longer ready");
    }

    @Test
    void itWritesToTmpAndNowhereElse() throws IOException, InterruptedException {
        Map<String, Image.Written> before = image.files();
        Map<String, String> variables =
                Map.of("SCAPULA_PORT", Integer.toString(freePort()), "SCAPULA_STORE", "jdbc:h2:file:/tmp/talks");
        Process server = image.start(variables);
        try {
            awaitReady(server, variables);
        } finally {
            server.destroy();
        }
        assertEquals(143, server.waitFor());
        for (String place : List.of("/talks", "/scapula/talks")) {
            Image.Answer refused = image.ask(Map.of("SCAPULA_STORE", "jdbc:h2:file:" + place));
            assertEquals(69, refused.code(), place + " " + refused.complained());
        }
        assertEquals(before, image.files());
    }

    /** Of its own classes nearly all, and nothing is told of it. */
    @Test
    void itTakesItsClassesFromTheArchive() throws IOException, InterruptedException {
        Map<String, String> variables = Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:stdout", "SCAPULA_PORT", "0");
        Image.Answer version = image.ask(Map.of(), "--version");
        assertEquals("", version.complained());
        Process server = image.start(variables);
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            List<String> loaded = out.lines()
                    .takeWhile(line -> !line.startsWith("Scapula is at "))
                    .filter(line -> line.contains(" scapula."))
                    .toList();
            long kept = loaded.stream()
                    .filter(line -> line.contains("source: shared objects file"))
                    .count();
            assertTrue(kept > loaded.size() * 9 / 10, () -> loaded.size() + " classes, but from the archive " + kept);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void lettersOfOtherLanguagesGoInAndComeOut() throws IOException, InterruptedException {
        Image.Answer wrong = image.ask(Map.of(), "--port", "zwölf");
        assertTrue(wrong.complained().contains("'zwölf' is not an int"), wrong.complained());
    }

    @Test
    void itSaysWhatItIsAndUnderWhichLicences() {
        assertEquals("Scapula", image.label("title"));
        for (String licence : List.of("Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", "LGPL-2.1-or-later")) {
            assertTrue(image.label("licenses").contains(licence), image.label("licenses"));
        }
        assertTrue(Files.exists(image.file("java/legal/java.base/LICENSE")), "Java's licence is in it");
    }

    @Test
    void itIsSmall() throws IOException {
        long packed = Files.size(Image.TAR);
        long unpacked =
                image.files().values().stream().mapToLong(Image.Written::bytes).sum();
        System.out.printf("The image has %d MB, unpacked %d MB.%n", packed / MEGABYTE, unpacked / MEGABYTE);
        assertTrue(packed < 95 * MEGABYTE, () -> packed + " bytes");
        assertTrue(unpacked < 160 * MEGABYTE, () -> unpacked + " bytes");
    }

    /** The ids that a program has where it is; it may be shown with other ones here. */
    private static List<String> ids(Process process, String name, String map) throws IOException {
        String[] shown = Files.readString(Path.of("/proc", Long.toString(process.pid()), map))
                .strip()
                .split("\\s+", 3);
        long shift = Long.parseLong(shown[0]) - Long.parseLong(shown[1]);
        return status(process, name).stream()
                .map(id -> Long.toString(Long.parseLong(id) + shift))
                .toList();
    }

    /** What the system says of a program. */
    private static List<String> status(Process process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .flatMap(line ->
                        Arrays.stream(line.substring(name.length() + 1).strip().split("\\s+")))
                .distinct()
                .toList();
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages of people, and programs, who mean no good. */
class HostileIT {

    /** Nothing that can be typed breaks the endpoint. */
    @Test
    void tenThousandHostileMessagesGetAReplyOrAClearRefusal() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "chest pain ",
                "no ",
                "((((",
                "[[[[",
                "{{{{",
                "<script>alert(1)</script>",
                "'; DROP TABLE x; --",
                "\u202e",
                "\u200b",
                "👩‍👩‍👧‍👦",
                "\t",
                "\n",
                "%s%n",
                "../../",
                "\\u0000",
                "0",
                "9".repeat(50),
                "a".repeat(300),
                "، ",
                "не ",
                "ا",
                "why ",
                "my legs are numb ",
                "my dad ",
                "if ",
                "?",
                "....",
                "38.6",
                "10/10",
                "{call}",
                "$1",
                "\"",
                "&amp;");
        for (int i = 0; i < 10_000; i++) {
            StringBuilder message = new StringBuilder();
            int length = 1 + random.nextInt(i % 10 == 0 ? 60 : 8);
            for (int part = 0; part < length; part++) {
                if (random.nextInt(3) == 0) {
                    message.appendCodePoint(random.nextInt(Character.MIN_SURROGATE));
                } else {
                    message.append(pieces.get(random.nextInt(pieces.size())));
                }
            }
            int status = Chat.statusOf(message.toString());
            assertTrue(status == 200 || status == 413 || status == 422, () -> status + " for " + message);
        }
        for (String hostile :
                List.of("a".repeat(2_000), "(".repeat(2_000), "chest pain ".repeat(180), "no ".repeat(600))) {
            assertEquals(200, Chat.statusOf(hostile));
        }
    }

    private static final String SECRET = "quagmire";
    private static final int MANY = 100_000;
    private static final int AT_A_TIME = 16;

    /** What no reply may show: the inside of the program, or what was typed. */
    private static final Pattern LEAK = Pattern.compile(
            SECRET + "|\\tat |Exception|org\\.eclipse|jetty|javalin|scapula\\.(http|talk|store)|\\.java", 2);

    /** Requests that are HTTP, and wrong in all they say. */
    private static List<Bad> wrong() {
        String id = "0123456789abcdef0123456789abcdef";
        List<Bad> wrong = new ArrayList<>();
        for (String body : List.of(
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"quagmire\"",
                "{\"message\": }",
                "{\"message\": 7}",
                "{\"message\": null}",
                "{\"message\": [\"quagmire\"]}",
                "{\"message\": {\"quagmire\": 1}}",
                "{\"message\": \"\"}",
                "{\"message\": \"  \\n \"}",
                "{\"message\": \"\\u0000\\u0007\"}",
                "{\"message\": \"" + "quagmire ".repeat(230) + "\"}",
                "{\"message\": \"quagmire\", \"chosen\": \"a\"}",
                "{\"message\": \"quagmire\", \"chosen\": [1]}",
                "{\"chosen\": [\"quagmire\"]}",
                "{\"message\": \"quagmire\", \"conversationId\": 7}",
                "{\"message\": \"quagmire\", \"conversationId\": \"" + id + "\"}",
                "{\"message\": \"quagmire\", \"conversationId\": \"../../etc/passwd\"}",
                "{\"message\": \"quagmire\", \"messageId\": \"\"}",
                "{\"message\": \"quagmire\", \"messageId\": \"" + "x".repeat(65) + "\"}",
                "{\"message\": \"quagmire\", \"region\": \"Mars\"}",
                "{\"message\": \"quagmire\", \"region\": {}}",
                "[".repeat(5_000),
                "{\"message\":".repeat(2_000),
                "\uFEFF{\"message\": \"quagmire\"",
                "a=quagmire&b=2",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY q SYSTEM \"file:///etc/passwd\">]><x>&q;</x>",
                "{\"message\": \"" + "q".repeat(17_000) + "\"}",
                "{\"message\": \"" + "q".repeat(60_000) + "\"}")) {
            wrong.add(new Bad("POST", "/api/chat", "application/json", body));
            wrong.add(new Bad("PUT", "/api/conversations/" + id + "/turns/1", "application/json", body));
            wrong.add(new Bad("PUT", "/api/conversations/" + id + "/findings/loc:chest", "application/json", body));
        }
        for (String type : List.of(
                "text/plain", "application/xml", "", "quagmire", "application/jsonp;;;", "multipart/form-data")) {
            wrong.add(new Bad("POST", "/api/chat", type, "{\"message\": \"quagmire\"}"));
        }
        for (String method : List.of("GET", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "quagmire")) {
            wrong.add(new Bad(method, "/api/chat", "application/json", "{}"));
            wrong.add(new Bad(method, "/health/quagmire", "", ""));
        }
        for (String path : List.of(
                "/quagmire",
                "/api",
                "/api/",
                "/api/chat/quagmire",
                "/api/conversations/",
                "/api/conversations/quagmire",
                "/api/conversations/%00",
                "/api/conversations/%ff%fe",
                "/api/conversations/" + "x".repeat(4_000),
                "/api/conversations/quagmire/summary",
                "/api/conversations/quagmire/why-not?rule=quagmire",
                "/api/conversations/quagmire/why-not",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/web/index.html",
                "/rules/../pom.xml",
                "/content/rules/sources.yml",
                "/store/V1__conversations.sql",
                "/intents.bin",
                "/index.html",
                "/talk.html",
                "/talk/quagmire",
                "/talk/..%2f",
                "/rules?show=quagmire",
                "/rules?q=%ff",
                "/?region=quagmire",
                "/WEB-INF/web.xml",
                "/.git/config",
                "/metrics/quagmire",
                "//quagmire//",
                "/pictures/quagmire.svg",
                "/;jsessionid=quagmire",
                "/chat.js/quagmire",
                "/%",
                "/%zz",
                "/a?%",
                "/a\\b")) {
            wrong.add(new Bad("GET", path, "", ""));
            wrong.add(new Bad("POST", path, "application/json", "{\"message\": \"quagmire\"}"));
        }
        for (String form : List.of(
                "",
                "quagmire",
                "message=",
                "message=" + "q".repeat(3_000),
                "conversation=quagmire&message=quagmire",
                "%",
                "a=%zz")) {
            wrong.add(new Bad("POST", "/talk", "application/x-www-form-urlencoded", form));
            wrong.add(new Bad("POST", "/talk/erase", "application/x-www-form-urlencoded", form));
        }
        return wrong;
    }

    /** One that is sent as it is written here. */
    private record Bad(String method, String path, String type, String body) {

        byte[] bytes(String extra) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + extra
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                    + "Content-Length: " + content.length + "\r\n\r\n";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(content);
            return bytes.toByteArray();
        }
    }

    private static final List<String> HEADERS = List.of(
            "",
            "X-Forwarded-For: quagmire\r\n",
            "X-Forwarded-For: 1.2.3.4, ::1, ,,,\r\nForwarded: for=quagmire\r\n",
            "Accept: quagmire/*;q=x\r\n",
            "Origin: https://quagmire.example\r\n",
            "Origin: null\r\nAccess-Control-Request-Method: DELETE\r\n",
            "Cookie: " + "quagmire=1; ".repeat(200) + "\r\n",
            "If-None-Match: \"quagmire\r\n",
            "Accept-Encoding: quagmire, gzip;q=0, br;q=9\r\n",
            "Range: bytes=9-1,-\r\n",
            "Authorization: Basic quagmire\r\n",
            "X-HTTP-Method-Override: DELETE\r\n");

    /** What is hardly HTTP. */
    private static final List<String> NO_HTTP = List.of(
            "quagmire\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: quagmire@/\\\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n folded quagmire\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: " + "q".repeat(20_000) + "\r\n\r\n",
            "GET /" + "q".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nquagmire",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nquagmire",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\nquagmire",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n\r\nquagmire",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: quagmire\r\n\r\n",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nquagmire",
            "POST /api/chat HTTP/1.1\r\nHost: x\r\nExpect: quagmire\r\nContent-Length: 2\r\n\r\n{}",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
            "CONNECT quagmire:443 HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET http://quagmire/ HTTP/1.1\r\nHost: quagmire\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000quagmire\r\n\r\n",
            "GET /\u0001quagmire HTTP/1.1\r\nHost: x\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001quagmire",
            "\r\n\r\n\r\n\r\n");

    /** None of a hundred thousand bad requests is a failure of the server, shows its inside, or harms the next. */
    @Test
    void badRequestsAreRefusedAndTheNextGoodOneIsAnswered() throws Exception {
        try (Node node = Node.start(List.of("-Xmx192m"))) {
            int port = URI.create(node.url()).getPort();
            List<Bad> wrong = wrong();
            AtomicInteger next = new AtomicInteger();
            ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
            List<Future<?>> all = new ArrayList<>();
            for (int sender = 0; sender < AT_A_TIME; sender++) {
                all.add(senders.submit(() -> {
                    try (Line line = new Line(port)) {
                        for (int i = next.getAndIncrement(); i < MANY; i = next.getAndIncrement()) {
                            boolean hardly = i % 20 == 0;
                            byte[] bytes = hardly
                                    ? NO_HTTP.get(i / 20 % NO_HTTP.size()).getBytes(StandardCharsets.ISO_8859_1)
                                    : wrong.get(i % wrong.size()).bytes(HEADERS.get(i / wrong.size() % HEADERS.size()));
                            line.send(bytes, hardly);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> sender : all) {
                sender.get();
            }
            senders.shutdown();
            assertEquals(
                    200,
                    Chat.post(node.url(), "application/json", "{\"message\": \"my upper back hurts\"}")
                            .statusCode());
            assertFalse(LEAK.matcher(node.log()).find(), () -> "the log: " + node.log());
        }
    }

    /** A machine that hangs for a moment, over and over, loses no reply and sends none twice. */
    @Test
    void hiccupsOfTheMachineLoseNoReply() throws Exception {
        try (Node node = Node.start(List.of("-Xmx192m"))) {
            int port = URI.create(node.url()).getPort();
            byte[] empty = new Bad("POST", "/api/chat", "application/json", "{\"message\": \" \"}").bytes("");
            AtomicBoolean going = new AtomicBoolean(true);
            ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);
            List<Future<Integer>> all = new ArrayList<>();
            for (int sender = 0; sender < AT_A_TIME; sender++) {
                all.add(senders.submit(() -> {
                    int answered = 0;
                    try (Line line = new Line(port)) {
                        while (going.get()) {
                            line.send(empty, false);
                            assertEquals(422, line.status);
                            assertEquals(0, line.in.available(), "a second reply");
                            answered++;
                        }
                    }
                    return answered;
                }));
            }
            try {
                for (int hiccup = 0; hiccup < 60; hiccup++) {
                    Thread.sleep(100);
                    node.pause(Duration.ofMillis(150));
                }
            } finally {
                going.set(false);
                senders.shutdown();
            }
            for (Future<Integer> sender : all) {
                assertTrue(sender.get() > 0);
            }
        }
    }

    /** More slow clients than the server has threads, and everybody else is served. */
    @Test
    void slowClientsHoldUpNobody() throws Exception {
        try (Node node = Node.start(List.of("-Xmx192m"))) {
            int port = URI.create(node.url()).getPort();
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                Socket socket = new Socket("localhost", port);
                String head = i % 3 == 0
                        ? "POST /api/chat HTTP/1.1\r\nHost: x\r\nX-"
                        : "POST /api/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{";
                if (i % 3 == 1) {
                    socket.setReceiveBufferSize(1_024);
                    head = "GET /rules HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3);
                }
                socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                slow.add(socket);
            }
            for (int i = 0; i < 50; i++) {
                for (Socket socket : slow.subList(0, 100)) {
                    try {
                        socket.getOutputStream().write('a');
                    } catch (IOException sentAway) {
                        // too slow to be waited for
                    }
                }
                assertEquals(
                        200,
                        Chat.post(node.url(), "application/json", "{\"message\": \"my upper back hurts\"}")
                                .statusCode());
                assertEquals(200, Chat.get(node.url(), "/").statusCode());
                assertEquals(200, Chat.get(node.url(), "/health/ready").statusCode());
            }
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Who says nothing for 20 seconds is hung up on, before the first request and after it. */
    @Test
    void nobodyIsWaitedForLong() throws Exception {
        try (Node node = Node.start(List.of())) {
            int port = URI.create(node.url()).getPort();
            try (Socket mute = new Socket("localhost", port);
                    Socket done = new Socket("localhost", port)) {
                done.getOutputStream()
                        .write("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                mute.setSoTimeout(25_000);
                done.setSoTimeout(25_000);
                assertEquals(0, mute.getInputStream().readAllBytes().length);
                assertTrue(done.getInputStream().readAllBytes().length > 0);
            }
        }
    }

    /** A connection that is opened again whenever the server closes it. */
    private static final class Line implements AutoCloseable {
        private final int port;
        private Socket socket;
        private DataInputStream in;
        private int status;

        Line(int port) {
            this.port = port;
        }

        /** Sends a request and looks at what comes back; what is hardly HTTP gets a connection of its own. */
        void send(byte[] request, boolean alone) throws IOException {
            if (socket == null || alone) {
                close();
                socket = new Socket("localhost", port);
                socket.setSoTimeout(30_000);
                socket.setTcpNoDelay(true);
                in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            }
            try {
                socket.getOutputStream().write(request);
                if (alone) {
                    socket.shutdownOutput();
                }
                look(request, alone);
            } catch (SocketException closedMeanwhile) {
                close();
            }
        }

        private void look(byte[] request, boolean alone) throws IOException {
            if (alone) {
                String reply = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                close();
                if (!reply.isEmpty()) {
                    check(request, Integer.parseInt(reply.substring(9, 12)), reply);
                }
                return;
            }
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    close();
                    return;
                }
                head.append((char) next);
            }
            Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
            byte[] body = new byte[length.find() && request[0] != 'H' ? Integer.parseInt(length.group(1)) : 0];
            in.readFully(body);
            status = Integer.parseInt(head.substring(9, 12));
            String text = head + new String(body, StandardCharsets.UTF_8);
            check(request, status, text);
            boolean bodyIsOpen = !length.reset().find() && status != 204 && status != 304;
            if (bodyIsOpen || head.toString().contains("Connection: close")) {
                close();
            }
        }

        private static void check(byte[] request, int status, String reply) {
            String sent = new String(request, 0, Math.min(300, request.length), StandardCharsets.ISO_8859_1);
            assertTrue(status < 500 || status == 503, () -> reply + "\n\nfor " + sent);
            boolean keepsWhatWasTyped = sent.contains("/talk") || sent.contains("/rules?q=");
            String shown = keepsWhatWasTyped ? reply.replace(SECRET, "") : reply;
            assertFalse(status != 200 && LEAK.matcher(shown).find(), () -> reply + "\n\nfor " + sent);
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}

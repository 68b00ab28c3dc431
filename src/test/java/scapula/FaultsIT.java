package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hard days: machines that lose their power, databases that go away, a stop in the middle of an answer. */
class FaultsIT {

    private static final int PEOPLE = 200;
    private static final int AT_A_TIME = 8;
    private static final List<String> SECRETS = List.of("xylophonist", "quagmire");

    /** Conversations that people have; each word of a secret tells where what is typed goes besides. */
    private static final List<List<String>> TALKS = List.of(
            List.of(
                    "my left shoulder blade is sore since rows, I am a xylophonist",
                    "none of these",
                    "a quagmire",
                    "4"),
            List.of("why does my upper back feel tight?", "no", "how do i stretch it", "thanks"),
            List.of("my upper back hurts", "a cold sweat too, xylophonist", "no i cannot call", "it is worse"),
            List.of("upper back pain for 8 weeks", "none of these", "none of these", "none of these", "im 40"),
            List.of("was soll ich tun", "my back aches after deadlifts", "no", "quagmire"));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** One person's messages, each sent until it is answered with 200, to whichever node answers. */
    private List<JsonNode> talk(int person, List<AtomicReference<String>> nodes, AtomicInteger turns) {
        List<JsonNode> replies = new ArrayList<>();
        String conversation = null;
        List<String> messages = TALKS.get(person % TALKS.size());
        for (int turn = 0; turn < messages.size(); turn++) {
            ObjectNode request = Chat.JSON.createObjectNode();
            request.put("message", messages.get(turn)).put("messageId", "turn " + turn);
            if (conversation != null) {
                request.put("conversationId", conversation);
            }
            JsonNode reply = untilAnswered(request, nodes, person + turn);
            conversation = reply.get("conversationId").asText();
            replies.add(reply);
            turns.incrementAndGet();
        }
        return replies;
    }

    private JsonNode untilAnswered(ObjectNode request, List<AtomicReference<String>> nodes, int first) {
        for (int attempt = 0; attempt < 600; attempt++) {
            String url = nodes.get((first + attempt) % nodes.size()).get();
            try {
                HttpResponse<String> response = http.send(
                        HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                                .timeout(Duration.ofSeconds(20))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return Chat.json(response.body());
                }
                assertTrue(
                        List.of(409, 503).contains(response.statusCode()),
                        () -> response.statusCode() + " " + response.body());
                assertTrue(response.body().contains("call 999"), response.body());
                Thread.sleep(100);
            } catch (IOException gone) {
                pause();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        throw new AssertionError("expected an answer within a minute");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Map<Integer, List<JsonNode>> all(List<AtomicReference<String>> nodes, AtomicInteger turns) {
        ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME);
        Map<Integer, List<JsonNode>> replies = new ConcurrentHashMap<>();
        List<Future<?>> talks = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int who = person;
            talks.add(people.submit(() -> replies.put(who, talk(who, nodes, turns))));
        }
        for (Future<?> talk : talks) {
            try {
                talk.get();
            } catch (Exception failed) {
                throw new AssertionError("a conversation failed", failed);
            }
        }
        people.shutdown();
        return new TreeMap<>(replies);
    }

    /** What was decided and said, without the ids that every conversation has of its own. */
    private static List<String> transcript(String url, List<JsonNode> replies) {
        String id = replies.get(0).get("conversationId").asText();
        HttpResponse<String> kept = Chat.get(url, "/api/conversations/" + id);
        assertEquals(200, kept.statusCode());
        List<String> lines = new ArrayList<>();
        JsonNode turns = Chat.json(kept.body()).get("turns");
        assertEquals(replies.size(), turns.size(), "every turn that was answered is there");
        for (int i = 0; i < turns.size(); i++) {
            assertEquals(replies.get(i), turns.get(i).get("reply"), "and it is what was answered");
            lines.add(turns.get(i).get("said").asText() + " -> "
                    + turns.get(i).get("reply").toString().replace(id, "the conversation"));
        }
        return lines;
    }

    /** Two nodes and one database, each of which fails once while people talk. */
    @Test
    void twoNodesOfWhichOneIsKilledAndADatabaseThatIsRestartedLoseNothing() throws Exception {
        List<List<String>> expected;
        try (Node single = Node.start(List.of("-Xmx256m"))) {
            List<AtomicReference<String>> one = List.of(new AtomicReference<>(single.url()));
            expected = all(one, new AtomicInteger()).values().stream()
                    .map(replies -> transcript(single.url(), replies))
                    .toList();
        }
        try (Postgres database = new Postgres();
                Node first = Node.start(List.of("-Xmx256m"), "--store", database.url());
                Node second = Node.start(List.of("-Xmx256m"), "--store", database.url())) {
            List<AtomicReference<String>> nodes =
                    List.of(new AtomicReference<>(first.url()), new AtomicReference<>(second.url()));
            AtomicInteger turns = new AtomicInteger();
            CompletableFuture<Map<Integer, List<JsonNode>>> talks =
                    CompletableFuture.supplyAsync(() -> all(nodes, turns));

            waitFor(turns, 200);
            second.kill();
            waitFor(turns, 300);
            database.stop();
            assertFalse(isReady(first.url()), "a node without its database is not ready");
            database.startAgain();
            waitFor(turns, 500);
            try (Node third = Node.start(List.of("-Xmx256m"), "--store", database.url())) {
                nodes.get(1).set(third.url());
                List<List<String>> kept = talks.get().values().stream()
                        .map(replies -> transcript(third.url(), replies))
                        .toList();
                assertEquals(expected, kept, "every transcript is that of a single node");
                assertTrue(isReady(first.url()), "the node is ready again by itself");
                for (Node node : List.of(first, second, third)) {
                    SECRETS.forEach(secret -> assertFalse(node.log().contains(secret), "no word of it is logged"));
                }
            }
        }
    }

    private static void waitFor(AtomicInteger turns, int many) throws InterruptedException {
        while (turns.get() < many) {
            Thread.sleep(5);
        }
    }

    private static boolean isReady(String url) {
        return Chat.get(url, "/health/ready").statusCode() == 200;
    }

    @Test
    void aFileKeepsWhatWasAnsweredBeforeThePowerFailed(@TempDir Path folder) {
        String store = "jdbc:h2:file:" + folder.resolve("talks");
        List<String> said = new ArrayList<>();
        Chat chat;
        try (Node node = Node.start(List.of(), "--store", store)) {
            chat = new Chat(node.url());
            for (String message : TALKS.get(3)) {
                said.add(chat.say(message).toString());
            }
            node.kill();
        }
        try (Node node = Node.start(List.of(), "--store", store)) {
            Chat again = chat.at(node.url());
            List<String> kept = new ArrayList<>();
            Chat.json(again.transcript().body())
                    .get("turns")
                    .forEach(turn -> kept.add(turn.get("reply").toString()));
            assertEquals(said, kept);
            assertEquals(6, again.say("it is no better").get("turn").asInt(), "and the conversation goes on");
        }
    }

    /** Nothing is answered that cannot be kept, and once there is room again it goes on by itself. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskLosesNothingThatWasAnswered(@TempDir Path folder) throws Exception {
        String store = "jdbc:h2:file:" + folder.resolve("talks");
        try (Node node = Node.startWithDisk(folder, "5m", "--store", store)) {
            Path ballast = Files.write(node.seen(folder.resolve("ballast")), new byte[3_000_000]);
            List<JsonNode> answered = new ArrayList<>();
            HttpResponse<String> response = ask(node);
            while (response.statusCode() == 200) {
                answered.add(Chat.json(response.body()));
                response = ask(node);
            }
            assertEquals(503, response.statusCode());
            assertTrue(response.body().contains("could not be kept"), response.body());
            assertTrue(response.body().contains("call 999"), response.body());
            assertFalse(isReady(node.url()));

            Files.delete(ballast);
            untilAnswered(
                    Chat.JSON.createObjectNode().put("message", "my upper back is sore"),
                    List.of(new AtomicReference<>(node.url())),
                    0);
            assertTrue(isReady(node.url()));
            answered.forEach(reply -> transcript(node.url(), List.of(reply)));
            assertFalse(answered.isEmpty());
            SECRETS.forEach(secret -> assertFalse(node.log().contains(secret), "no word of it is logged"));
        }
    }

    @Test
    void thePagesAreThereWhileEveryMessageWaitsForTheDatabase() throws Exception {
        try (Node node = Node.start(List.of(), "--store", Postgres.sharedUrl());
                Connection other = DriverManager.getConnection(Postgres.sharedUrl());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table conversation in access exclusive mode");
            List<CompletableFuture<HttpResponse<String>>> waiting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> ask(node), Executors.newCachedThreadPool()))
                    .limit(24)
                    .toList();
            Thread.sleep(500);
            for (String page : List.of("/", "/docs", "/chat.css", "/health/live")) {
                assertEquals(200, Chat.get(node.url(), page).statusCode(), page);
            }
            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone), "all of them wait");
            other.rollback();
            for (CompletableFuture<HttpResponse<String>> message : waiting) {
                assertEquals(200, message.get().statusCode());
            }
        }
    }

    private static HttpResponse<String> ask(Node node) {
        return Chat.post(node.url(), "application/json", "{\"message\": \"my upper back is sore, xylophonist\"}");
    }

    /** What is being answered when the program is asked to stop is answered; what comes later is sent elsewhere. */
    @Test
    void aStopFinishesWhatIsInFlight() throws Exception {
        try (Node node = Node.start(List.of(), "--drain-seconds", "2")) {
            Chat.get(node.url(), "/health/ready");
            ExecutorService people = Executors.newFixedThreadPool(4);
            AtomicInteger answered = new AtomicInteger();
            List<Future<?>> talks = new ArrayList<>();
            for (int person = 0; person < 4; person++) {
                talks.add(people.submit(() -> {
                    while (true) {
                        int status = Chat.post(node.url(), "application/json", "{\"message\": \"my back hurts\"}")
                                .statusCode();
                        if (status == 503) {
                            return;
                        }
                        assertEquals(200, status, "no request is cut off");
                        answered.incrementAndGet();
                    }
                }));
            }
            waitFor(answered, 40);
            node.terminate();
            Thread.sleep(500);
            HttpResponse<String> readiness = Chat.get(node.url(), "/health/ready");
            assertEquals(503, readiness.statusCode(), "readiness goes first");
            int before = answered.get();
            waitFor(answered, before + 10);
            for (Future<?> talk : talks) {
                try {
                    talk.get();
                } catch (java.util.concurrent.ExecutionException ended) {
                    assertTrue(
                            ended.getCause() instanceof IllegalStateException gone
                                    && gone.getCause() instanceof java.net.ConnectException,
                            () -> "only who comes after the end finds nobody there: " + ended.getCause());
                }
            }
            people.shutdown();
            assertEquals(143, node.await());
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidAtStart() throws IOException, InterruptedException {
        Process refused = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Node.JAR,
                        "--port",
                        "0",
                        "--store",
                        "jdbc:postgresql://localhost:1/nowhere")
                .start();
        String said = new String(refused.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(69, refused.waitFor());
        assertTrue(said.startsWith("The store cannot be used"), said);
        assertFalse(said.contains("\tat "), said);
    }
}

package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * How much one node takes: mixed conversations at the highest rate that it holds, for a minute, and then twice that
 * rate. The node has 192 MB of heap and shares the machine with this program, which sends at a fixed rate whatever
 * comes back.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench.args="--only rate"}
 */
public final class Load {

    private static final int PEOPLE = 200;
    private static final int FIRST_RATE = 40;
    private static final double STEP = 1.25;
    private static final int SECONDS_TO_WARM_UP = 30;
    private static final int SECONDS_OF_A_TRY = 8;
    private static final int SECONDS_TO_HOLD = 60;
    private static final int MILLIS_THAT_HOLD = 500;

    private static final List<List<String>> TALKS = List.of(
            List.of("my left shoulder blade is sore since rows", "none of these", "no", "4", "yesterday", "im 30"),
            List.of("why does my upper back feel tight?", "no", "how do i strech it", "thanks"),
            List.of("upper back hurts and a cold sweat", "no i cannot call", "it is worse", "ok"),
            List.of("pain between my shoulder blades for 8 weeks", "none of these", "none of these", "none", "im 40"),
            List.of("what is the best exercise for my uper back", "and for the left side?", "can i still bench"),
            List.of("tell me a joke", "was soll ich tun", "my back aches after deadlifts", "no", "no", "3"));

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    private Load(String url) {
        this.url = url;
    }

    /** One person's talk: what comes next, and in which conversation. */
    private static final class Talk {
        private final List<String> messages;
        private int next;
        private String conversation;

        Talk(List<String> messages) {
            this.messages = messages;
        }

        boolean isOver() {
            return next == messages.size();
        }

        String request() {
            ObjectNode json = Chat.JSON.createObjectNode().put("message", messages.get(next));
            if (conversation != null) {
                json.put("conversationId", conversation);
            }
            return json.toString();
        }
    }

    /**
     * What came of some seconds.
     *
     * @param statuses how often each came; 0 stands for no reply at all
     * @param millis of good replies
     */
    private record Outcome(int rate, int seconds, Map<Integer, Integer> statuses, long[] millis) {

        int of(int status) {
            return statuses.getOrDefault(status, 0);
        }

        int bad() {
            return statuses.entrySet().stream()
                    .filter(entry -> !List.of(200, 429, 503).contains(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        long percentile(double share) {
            return millis.length == 0 ? 0 : millis[(int) Math.min(millis.length - 1L, (long) (millis.length * share))];
        }

        boolean holds() {
            return statuses.keySet().equals(Set.of(200)) && percentile(0.99) < MILLIS_THAT_HOLD;
        }

        @Override
        public String toString() {
            return "%6d/s for %2d s: 200 %6d   429 %5d   503 %6d   other %d   p50 %4d ms   p99 %5d ms%s"
                    .formatted(
                            rate,
                            seconds,
                            of(200),
                            of(429),
                            of(503),
                            bad(),
                            percentile(0.5),
                            percentile(0.99),
                            bad() == 0 ? "" : "   all " + statuses);
        }
    }

    private Outcome send(int rate, int seconds) throws InterruptedException {
        Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Long> millis = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Talk> waiting = new ConcurrentLinkedQueue<>();
        for (int person = 0; person < PEOPLE; person++) {
            waiting.add(new Talk(TALKS.get(person % TALKS.size())));
        }
        AtomicInteger open = new AtomicInteger();
        long began = System.nanoTime();
        int all = rate * seconds;
        for (int i = 0; i < all; i++) {
            long due = began + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Talk next = waiting.poll();
            Talk talk = next == null ? new Talk(TALKS.get(i % TALKS.size())) : next;
            open.incrementAndGet();
            long sent = System.nanoTime();
            http.sendAsync(request(talk), HttpResponse.BodyHandlers.ofString()).whenComplete((response, failed) -> {
                int status = failed == null ? response.statusCode() : 0;
                statuses.computeIfAbsent(status, unknown -> new AtomicInteger()).incrementAndGet();
                if (status == 200) {
                    millis.add((System.nanoTime() - sent) / 1_000_000);
                    talk.conversation =
                            Chat.json(response.body()).get("conversationId").asText();
                    talk.next++;
                }
                waiting.add(talk.isOver() ? new Talk(talk.messages) : talk);
                open.decrementAndGet();
            });
        }
        while (open.get() > 0) {
            Thread.sleep(20);
        }
        Map<Integer, Integer> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.get()));
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Outcome(rate, seconds, counted, sorted);
    }

    /** A short try, and another one if a hiccup came between. */
    private Outcome tried(int rate) throws InterruptedException {
        Outcome tried = send(rate, SECONDS_OF_A_TRY);
        System.out.println("try  " + tried);
        if (!tried.holds()) {
            tried = send(rate, SECONDS_OF_A_TRY);
            System.out.println("again" + tried);
        }
        return tried;
    }

    private HttpRequest request(Talk talk) {
        return HttpRequest.newBuilder(URI.create(url + "/api/chat"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(talk.request()))
                .build();
    }

    /** @param held whether the node kept up, refused nothing but what was too much, and came back */
    record Held(boolean held, int rate, long p50Millis, long p99Millis, double highestMegabytes) {}

    static JsonNode measure(Bench bench) throws IOException, InterruptedException {
        try (Node node = Node.start(List.of("-Xmx192m"))) {
            Load load = new Load(node.url());
            load.send(FIRST_RATE, SECONDS_TO_WARM_UP);
            int highest = 0;
            double rate = FIRST_RATE;
            while (load.tried((int) rate).holds()) {
                highest = (int) rate;
                rate *= STEP;
            }
            Outcome held = load.send(highest, SECONDS_TO_HOLD);
            while (!held.holds() && highest > FIRST_RATE) {
                System.out.println("hold " + held);
                highest = (int) (highest / STEP);
                held = load.send(highest, SECONDS_TO_HOLD);
            }
            System.out.println("hold " + held + "   " + Usage.of(node.pid()));
            Outcome twice = load.send(2 * highest, SECONDS_TO_HOLD);
            System.out.println("twice" + twice + "   " + Usage.of(node.pid()));
            Outcome after = load.send(highest / 2, SECONDS_OF_A_TRY);
            System.out.println("after" + after);
            boolean fine = held.holds() && twice.bad() == 0 && after.holds();
            return Chat.JSON.valueToTree(new Held(
                    fine,
                    highest,
                    held.percentile(0.5),
                    held.percentile(0.99),
                    Usage.of(node.pid()).highestMegabytes()));
        }
    }
}

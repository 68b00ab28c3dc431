package scapula;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Sends messages as fast as they are answered, each connection in a thread of its own. It is a program of its own, so
 * that its work is counted apart, and does as little as it can, as it shares the machine with what is measured.
 *
 * <p>Its argument is a file with a message on each line. It is told what to do on its input, and says what came of it
 * in one line of JSON: {@code http://localhost:7070 first 16 5000 1000000} is 16 connections for at most 5,000 ms and
 * at most 1,000,000 messages, each the first of a conversation; {@code talk} goes on where a reply asks something.
 */
public final class Driver {

    /** What is said to whatever is asked. */
    private static final List<String> FURTHER = List.of("no", "none of these", "4", "since yesterday", "im 30");

    private final List<String> messages;

    private Driver(List<String> messages) {
        this.messages = messages;
    }

    /**
     * What came of some seconds.
     *
     * @param good how many were answered with 200
     * @param statuses how often each came; 0 stands for no reply at all
     * @param p50 microseconds from the request to the last byte of a good reply
     */
    record Driven(double seconds, long good, Map<Integer, Long> statuses, long p50, long p99, long slowest) {

        double perSecond() {
            return good / seconds;
        }

        long failed() {
            return statuses.values().stream().mapToLong(Long::longValue).sum() - good;
        }
    }

    /** What to do. */
    private record Order(URI server, boolean talks, int connections, long millis, long most) {

        static Order of(String line) {
            String[] words = line.split(" ");
            return new Order(
                    URI.create(words[0]),
                    words[1].equals("talk"),
                    Integer.parseInt(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]));
        }
    }

    /** One connection's part of it. */
    private record Share(Histogram micros, Map<Integer, Long> statuses) {}

    private Driven drive(Order order) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        long began = System.nanoTime();
        long end = began + order.millis() * 1_000_000;
        List<Share> shares = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < order.connections(); i++) {
            Share share = new Share(new Histogram(60_000_000L, 2), new TreeMap<>());
            shares.add(share);
            threads.add(new Thread(() -> send(order, next, end, share)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Histogram micros = new Histogram(60_000_000L, 2);
        Map<Integer, Long> statuses = new TreeMap<>();
        for (Share share : shares) {
            micros.add(share.micros());
            share.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum));
        }
        return new Driven(
                seconds,
                micros.getTotalCount(),
                statuses,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getMaxValue());
    }

    private void send(Order order, AtomicLong next, long end, Share share) {
        try (Wire wire = new Wire(order.server())) {
            String conversation = "";
            int said = 0;
            while (System.nanoTime() < end) {
                long number = next.getAndIncrement();
                if (number >= order.most()) {
                    return;
                }
                boolean goesOn = order.talks() && !conversation.isEmpty() && said <= FURTHER.size();
                String message = goesOn ? FURTHER.get(said - 1) : messages.get((int) (number % messages.size()));
                long sent = System.nanoTime();
                int status = wire.post(message, goesOn ? conversation : "");
                if (status == 200) {
                    share.micros().recordValue(Math.min(60_000_000L, (System.nanoTime() - sent) / 1_000));
                }
                share.statuses().merge(status, 1L, Long::sum);
                said = goesOn ? said + 1 : 1;
                conversation = order.talks() && status == 200 ? wire.conversation() : "";
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Driver driver = new Driver(Files.readAllLines(Path.of(args[0])));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            System.out.println(Chat.JSON.valueToTree(driver.drive(Order.of(line))));
        }
    }
}

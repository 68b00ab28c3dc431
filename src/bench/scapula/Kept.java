package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import scapula.Assembly.Outside;
import scapula.domain.Conversation;
import scapula.domain.Message;
import scapula.store.Address;
import scapula.store.ConversationStore;
import scapula.store.ConversationStore.Hold;
import scapula.store.DatabaseStore;
import scapula.store.MemoryStore;
import scapula.talk.Refused;

/**
 * What it takes to keep a turn where many conversations are kept already. A program of its own; its arguments are a
 * file of messages, memory or the path of an H2 file, and how many conversations to measure at.
 */
public final class Kept {

    private static final int TO_WEIGH = 4_000;
    private static final int ROUNDS_TO_WARM_UP = 3;
    private static final int TURNS_IN_MEMORY = 50_000;
    private static final int TURNS_IN_A_FILE = 2_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ConversationStore store;
    private final Copies copies;
    private final int turns;
    private final Random random = new Random(1);
    private long cpuNanos;

    private Kept(ConversationStore store, Copies copies, int turns) {
        this.store = store;
        this.copies = copies;
        this.turns = turns;
    }

    /**
     * @param wallMicros of a turn: the conversation is taken, read, kept with one turn more, and let go; the middle one
     * @param cpuMicros of a turn, in the thread that answers
     */
    record At(int kept, double wallMicros, double cpuMicros) {}

    /** @param bytes that a kept conversation of one turn takes: of the heap, or of the file */
    record Result(List<At> at, double bytes) {}

    static JsonNode measure(Bench bench, String where, List<Integer> sizes) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(bench.messagesFile().toString(), where));
        sizes.forEach(size -> arguments.add(size.toString()));
        return JavaProgram.json(List.of("-Xmx2g"), JavaProgram.CLASSPATH, Kept.class, arguments.toArray(String[]::new));
    }

    /** One turn of a conversation that is there; then back to how it was, which is not counted. */
    private void turn(long[] nanos, int at) {
        String id = Copies.id(random.nextInt(copies.kept()));
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        Conversation before;
        try (Hold hold = store.hold(id).orElseThrow()) {
            before = hold.conversation().orElseThrow();
            hold.keep(before.after(before.lastTurn()));
        }
        cpuNanos += THREADS.getCurrentThreadCpuTime() - cpu;
        nanos[at] = System.nanoTime() - wall;
        copies.keep(before);
    }

    private At timed() {
        long[] nanos = new long[turns];
        for (int round = 0; round < 2; round++) {
            cpuNanos = 0;
            for (int i = 0; i < nanos.length; i++) {
                turn(nanos, i);
            }
        }
        Arrays.sort(nanos);
        return new At(copies.kept(), nanos[nanos.length / 2] / 1e3, cpuNanos / 1e3 / nanos.length);
    }

    private List<At> grown(List<String> sizes) throws SQLException {
        copies.fill(1);
        for (int i = 0; i < ROUNDS_TO_WARM_UP; i++) {
            timed();
        }
        List<At> at = new ArrayList<>();
        for (String size : sizes) {
            copies.fill(Integer.parseInt(size));
            at.add(timed());
        }
        return at;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Answers first messages, and gives the bytes of heap that each conversation takes; the last is the model. */
    private static double weigh(Assembly assembly, List<String> messages) throws Refused {
        say(assembly, messages.get(0));
        long before = heap();
        for (int i = 0; i < TO_WEIGH; i++) {
            say(assembly, messages.get(i % messages.size()));
        }
        return (heap() - before) / (double) TO_WEIGH;
    }

    private static Conversation say(Assembly assembly, String text) throws Refused {
        Message message = new Message(text, List.of());
        return assembly.conversations().say(Optional.empty(), Optional.empty(), Optional.empty(), message);
    }

    public static void main(String[] args) throws IOException, Refused, SQLException {
        List<String> messages = Files.readAllLines(Path.of(args[0]));
        Optional<String> file = args[1].equals("memory") ? Optional.empty() : Optional.of("jdbc:h2:file:" + args[1]);
        Assembly assembly = Assembly.built("UK", Outside.alone());
        double bytes = file.isPresent() ? 0 : weigh(assembly, messages);
        ConversationStore store = file.isPresent()
                ? DatabaseStore.open(new Address(file.get(), Optional.empty(), Optional.empty(), 2))
                : new MemoryStore(Long.MAX_VALUE);
        try (store) {
            Copies copies = new Copies(store, say(assembly, messages.get(0)), file);
            Kept kept = new Kept(store, copies, file.isEmpty() ? TURNS_IN_MEMORY : TURNS_IN_A_FILE);
            List<At> at = kept.grown(List.of(args).subList(2, args.length));
            if (file.isPresent()) {
                bytes = (double) Files.size(Path.of(args[1] + ".mv.db")) / copies.kept();
            }
            System.out.println(Chat.JSON.valueToTree(new Result(at, bytes)));
        }
    }
}

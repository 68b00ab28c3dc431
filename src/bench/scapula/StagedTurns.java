package scapula;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.Assembly.Outside;
import scapula.decide.Counsel;
import scapula.domain.Conversation;
import scapula.domain.Decision;
import scapula.domain.Made;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.Reply;
import scapula.domain.Token;
import scapula.domain.Turn;
import scapula.http.ChatReply;
import scapula.phrase.Phrasebook;
import scapula.phrase.Phrasebook.Listener;
import scapula.store.ConversationStore;
import scapula.store.ConversationStore.Hold;
import scapula.store.MemoryStore;

/**
 * What a turn takes, stage by stage: processor time and memory of the one thread that answers. The stages follow one
 * another as in a real turn, so that none has the caches to itself. A program of its own, whose arguments are a file of
 * messages, and the seconds to warm up and to measure.
 */
public final class StagedTurns {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("read", "decide", "phrase", "store", "json");

    private final Assembly assembly = Assembly.built("UK", Outside.alone());
    private final ConversationStore store = new MemoryStore(64L << 20);
    private final Phrasebook phrases = new Phrasebook(assembly.words());
    private final ChatReply.Names names = assembly.names();
    private final Counsel counsel;

    private final long[] nanos = new long[NAMES.size()];
    private final long[] bytes = new long[NAMES.size()];
    private long nanosBefore;
    private long bytesBefore;
    private long turns;

    private StagedTurns() throws IOException {
        Set<String> dangers = assembly.content().wordings().tokens().stream()
                .filter(Token::danger)
                .map(Token::id)
                .collect(Collectors.toSet());
        counsel = new Counsel(
                assembly.rules(),
                assembly.content().written(),
                assembly.content().questions(),
                assembly.content().orders(),
                dangers);
    }

    private void answer(Conversation before, String text) throws JsonProcessingException {
        Message message = new Message(text, List.of());
        Instant now = Instant.now();
        begin();
        Meaning meaning = assembly.reader().read(message, before.pending(), before.nextTurn());
        end(0);
        Decision decision = counsel.decide(before, meaning, false);
        end(1);
        Listener listener = new Listener(
                meaning.language(),
                meaning.aboutOther(),
                false,
                true,
                before.with(meaning, false).findings(),
                before.region(),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        Reply reply = phrases.say(decision, listener);
        end(2);
        Made made = new Made("", "", "");
        Conversation after = before.after(new Turn(before.id(), now, false, message, meaning, decision, reply, made));
        try (Hold hold = store.hold(before.id()).orElseThrow()) {
            hold.keep(after);
        }
        end(3);
        JSON.writeValueAsString(ChatReply.of(after, names));
        end(4);
        turns++;
    }

    private void begin() {
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        nanosBefore = THREADS.getCurrentThreadCpuTime();
    }

    private void end(int stage) {
        nanos[stage] += THREADS.getCurrentThreadCpuTime() - nanosBefore;
        bytes[stage] += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        begin();
    }

    private void answerFor(int seconds, List<String> messages) throws JsonProcessingException {
        Random random = new Random(1);
        List<String> shuffled = new ArrayList<>(messages);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < shuffled.size() && System.nanoTime() < end; i++) {
                String id = Long.toHexString(random.nextLong());
                answer(new Conversation(id, assembly.usual(), List.of()), shuffled.get(i));
            }
        }
    }

    private void forget() {
        Arrays.fill(nanos, 0);
        Arrays.fill(bytes, 0);
        turns = 0;
    }

    private Stages.Result measured() {
        Map<String, Stages.Stage> stages = new LinkedHashMap<>();
        double all = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            double micros = nanos[i] / 1e3 / turns;
            all += micros;
            stages.put(NAMES.get(i), new Stages.Stage(micros, (double) bytes[i] / turns));
        }
        return new Stages.Result(stages, all, turns);
    }

    public static void main(String[] args) throws IOException {
        List<String> messages = Files.readAllLines(Path.of(args[0]));
        StagedTurns turns = new StagedTurns();
        turns.answerFor(Integer.parseInt(args[1]), messages);
        turns.forget();
        turns.answerFor(Integer.parseInt(args[2]), messages);
        System.out.println(JSON.valueToTree(turns.measured()));
    }
}

package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scapula.Assembly.Outside;
import scapula.domain.Conversation;
import scapula.domain.Finding;
import scapula.domain.Message;
import scapula.domain.Quote;
import scapula.domain.StoreProblem;
import scapula.store.Address;
import scapula.store.ConversationStore;
import scapula.store.ConversationStore.Hold;
import scapula.store.DatabaseStore;
import scapula.store.MemoryStore;
import scapula.store.Retention;
import scapula.talk.Conversations;
import scapula.talk.Refused;
import scapula.talk.Refused.Refusal;

/** What is kept of a conversation, in each of the places where it can be kept. */
class KeepingTest {

    private static final String SORE = "my left shoulder blade is sore since rows yesterday";

    enum Place {
        MEMORY,
        H2,
        POSTGRESQL
    }

    @TempDir
    private static Path folder;

    private static final Map<Place, ConversationStore> STORES = new EnumMap<>(Place.class);
    private static final Map<Place, Conversations> KEPT_IN = new EnumMap<>(Place.class);

    @BeforeAll
    static void open() throws IOException {
        STORES.put(Place.MEMORY, new MemoryStore(Long.MAX_VALUE));
        STORES.put(Place.H2, DatabaseStore.open(address(h2())));
        STORES.put(Place.POSTGRESQL, DatabaseStore.open(address(Postgres.sharedUrl())));
        for (Place place : Place.values()) {
            KEPT_IN.put(place, talking(STORES.get(place)));
        }
    }

    @AfterAll
    static void close() {
        STORES.values().forEach(ConversationStore::close);
    }

    private static String h2() {
        return "jdbc:h2:file:" + folder.resolve("talks").toAbsolutePath();
    }

    private static Address address(String url) {
        return new Address(url, Optional.empty(), Optional.empty(), 4);
    }

    private static Conversations talking(ConversationStore store) throws IOException {
        return Chat.assembly(new Outside(store, InstantSource.system(), (turn, took) -> {}))
                .conversations();
    }

    private static Conversation say(Conversations talk, Optional<String> id, String text) throws Refused {
        return talk.say(id, Optional.empty(), Optional.empty(), new Message(text, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSaidAndAnsweredIsFoundAgainAsItWas(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation first = say(talk, Optional.empty(), SORE);
        Conversation second = say(talk, Optional.of(first.id()), "none of these");
        assertEquals(second, talk.find(first.id()));
        assertEquals(2, second.turns().size());
    }

    /** As one that stands by for another. */
    @Test
    void aDatabaseThatCanOnlyBeReadIsNotReady() {
        assertTrue(STORES.get(Place.POSTGRESQL).isWritable());
        String standby = Postgres.sharedUrl() + "&options=-c%20default_transaction_read_only=on";
        try (ConversationStore store = DatabaseStore.open(address(standby))) {
            assertFalse(store.isWritable());
        }
    }

    /** Half of an emoji and a NUL are no text that a database would take as it stands. */
    @ParameterizedTest
    @EnumSource
    void whateverCanBeTypedComesBackAsItWas(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation said = say(talk, Optional.empty(), "it hurts \uD83D 'quoted' \u0000 \\u0041 هنا 👩‍👩‍👧 %s");
        assertEquals(said.lastTurn().message(), talk.find(said.id()).lastTurn().message());
        assertEquals(said, talk.find(said.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatComesTwiceIsAnsweredOnceAndWithTheSameReply(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        Optional<String> id = Optional.of(begun.id());
        Message none = new Message("", List.of("none"));
        Conversation once = talk.say(id, Optional.of("again"), Optional.empty(), none);
        assertEquals(once, talk.say(id, Optional.of("again"), Optional.empty(), none));
        assertEquals(2, talk.find(begun.id()).turns().size());
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierMessageThatIsChangedTakesTheOldOnesPlace(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        say(talk, Optional.of(begun.id()), "none of these");
        Conversation changed = talk.change(begun.id(), 1, new Message("how do i stretch my upper back", List.of()))
                .conversation();
        assertEquals(changed, talk.find(begun.id()));
        assertEquals(
                "how do i stretch my upper back",
                changed.turns().get(0).message().text());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsErasedIsGone(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        talk.erase(begun.id());
        assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> talk.find(begun.id()));
        assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> say(talk, Optional.of(begun.id()), "and now?"));
    }

    /** The second waits until the first is answered, so that each has the other's words before it or after it. */
    @ParameterizedTest
    @EnumSource
    void messagesThatComeAtTheSameTimeFollowEachOther(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        CompletableFuture<Conversation> one =
                CompletableFuture.supplyAsync(() -> orThrow(talk, begun, "it began yesterday"));
        CompletableFuture<Conversation> other = CompletableFuture.supplyAsync(() -> orThrow(talk, begun, "i am 30"));
        one.join();
        other.join();
        Conversation after = talk.find(begun.id());
        assertEquals(3, after.turns().size());
        assertTrue(List.of(one.join(), other.join()).contains(after));
    }

    private static Conversation orThrow(Conversations talk, Conversation begun, String text) {
        try {
            return say(talk, Optional.of(begun.id()), text);
        } catch (Refused refused) {
            throw new IllegalStateException(refused);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileAMessageTakesTooLongTheNextIsAskedToWait(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        try (Hold slow = STORES.get(place).hold(begun.id()).orElseThrow()) {
            assertEquals(Optional.of(begun), slow.conversation());
            assertRefused(Refusal.STILL_ANSWERING, () -> say(talk, Optional.of(begun.id()), "i am 30"));
        }
        assertEquals(2, say(talk, Optional.of(begun.id()), "i am 30").turns().size());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKeptChangesNothing(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        STORES.get(place).hold(begun.id()).orElseThrow().close();
        assertEquals(begun, talk.find(begun.id()));
    }

    @ParameterizedTest
    @EnumSource
    void aConversationWithoutEndIsEnded(Place place) throws Refused {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), "hello");
        Conversation full = begun;
        try (Hold hold = STORES.get(place).hold(begun.id()).orElseThrow()) {
            while (full.turns().size() < 200) {
                full = full.after(begun.lastTurn());
            }
            hold.keep(full);
        }
        assertRefused(Refusal.TOO_LONG, () -> say(talk, Optional.of(begun.id()), "and another thing"));
    }

    @ParameterizedTest
    @EnumSource
    void noIdIsTooOdd(Place place) {
        for (String odd : List.of("", "\u0000", "'; drop table turn; --", "../..", "x".repeat(5_000), "\uD83D")) {
            assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> KEPT_IN.get(place).find(odd));
            assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> say(KEPT_IN.get(place), Optional.of(odd), "hello"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayAfterTheLastMessageItIsForgotten(Place place) throws IOException, Refused {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T10:00:00Z"));
        AtomicLong nanos = new AtomicLong();
        ConversationStore store = STORES.get(place);
        Conversations talk =
                Chat.assembly(new Outside(store, now::get, (turn, took) -> {})).conversations();
        Retention retention = new Retention(store, Duration.ofHours(24), now::get, nanos::get);
        Conversation begun = say(talk, Optional.empty(), SORE);

        pass(Duration.ofHours(23), now, nanos);
        retention.forget();
        assertEquals(begun, talk.find(begun.id()), "within a day it is there");

        pass(Duration.ofHours(2), now, nanos);
        retention.forget();
        assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> talk.find(begun.id()));
    }

    /** A clock that is set wrongly, for a while, costs nobody their conversation. */
    @Test
    void whereTheClockJumpsNothingIsForgottenForAnHour() throws Refused {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        AtomicLong nanos = new AtomicLong();
        Conversations talk = KEPT_IN.get(Place.MEMORY);
        Retention retention = new Retention(STORES.get(Place.MEMORY), Duration.ofHours(24), now::get, nanos::get);
        Conversation begun = say(talk, Optional.empty(), SORE);

        now.updateAndGet(time -> time.plus(Duration.ofDays(400)));
        retention.forget();
        assertEquals(begun, talk.find(begun.id()), "the clock jumped");
        pass(Duration.ofMinutes(30), now, nanos);
        retention.forget();
        assertEquals(begun, talk.find(begun.id()), "and may still be set right");
        pass(Duration.ofMinutes(31), now, nanos);
        retention.forget();
        assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> talk.find(begun.id()));
    }

    private static void pass(Duration time, AtomicReference<Instant> now, AtomicLong nanos) {
        now.updateAndGet(before -> before.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    /** Where the memory that it may take is full, what was left longest ago makes room. */
    @Test
    void memoryIsNeverFilled() throws IOException, Refused {
        Conversations talk = talking(new MemoryStore(200_000));
        Conversation first = say(talk, Optional.empty(), SORE);
        for (int i = 0; i < 50; i++) {
            say(talk, Optional.empty(), SORE);
        }
        Conversation last = say(talk, Optional.empty(), SORE);
        assertRefused(Refusal.NO_SUCH_CONVERSATION, () -> talk.find(first.id()));
        assertEquals(last, talk.find(last.id()));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void aRowThatCannotBeReadIsSaidAndStaysAsItIs(Place place) throws Refused, SQLException {
        Conversations talk = KEPT_IN.get(place);
        Conversation begun = say(talk, Optional.empty(), SORE);
        for (String broken : List.of("", "{", "[]", "null", "{\"message\": 7}")) {
            spoil(place, begun.id(), broken);
            StoreProblem problem = assertThrows(StoreProblem.class, () -> talk.find(begun.id()), broken);
            assertEquals(StoreProblem.Kind.UNREADABLE, problem.kind());
            assertThrows(StoreProblem.class, () -> say(talk, Optional.of(begun.id()), "hello"), broken);
        }
        assertEquals(
                2,
                say(talk, Optional.of(say(talk, Optional.empty(), SORE).id()), "hello")
                        .turns()
                        .size());
    }

    private static void spoil(Place place, String id, String said) throws SQLException {
        String url = place == Place.H2 ? h2() : Postgres.sharedUrl();
        try (Connection direct = DriverManager.getConnection(url);
                Statement change = direct.createStatement()) {
            assertEquals(
                    1, change.executeUpdate("update turn set said = '" + said + "' where conversation = '" + id + "'"));
        }
    }

    /** What the editors take out of the content stays in a conversation that has it, under its own name. */
    @ParameterizedTest
    @EnumSource
    void aFindingThatTheContentNoLongerHasIsKept(Place place) throws Refused, IOException {
        ConversationStore store = STORES.get(place);
        Assembly assembly = Chat.assembly(new Outside(store, InstantSource.system(), (turn, took) -> {}));
        Conversation begun = say(assembly.conversations(), Optional.empty(), "my chest hurts and my upper back too");
        Finding gone = new Finding.Present("assoc:no_longer_known", Quote.tapped(1));
        Conversation old = Outdated.with(begun, gone, "NO_LONGER_A_FLAG", "A rule that nobody wrote", "S00");
        try (Hold hold = store.hold(begun.id()).orElseThrow()) {
            hold.keep(old);
        }
        Conversation after = say(assembly.conversations(), Optional.of(begun.id()), "no sweating");
        assertTrue(after.findings().contains(gone));
        assertEquals(old.level(), after.level(), "and the level stays");
        Chat.json(Chat.JSON.writeValueAsString(scapula.http.ChatReply.of(old, assembly.names())));
        assertEquals(
                "assoc:no_longer_known",
                assembly.summaries().of(after).items().stream()
                        .filter(item -> item.finding().equals(gone))
                        .findFirst()
                        .orElseThrow()
                        .label());
    }

    private static void assertRefused(Refusal why, org.junit.jupiter.api.function.Executable asked) {
        assertEquals(why, assertThrows(Refused.class, asked).why());
    }
}

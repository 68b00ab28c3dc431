package scapula;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import scapula.domain.Conversation;
import scapula.store.ConversationStore;
import scapula.store.ConversationStore.Hold;

/** Copies of one conversation in a store: in memory they share their texts, in a file each has its own. */
final class Copies {

    private static final int AT_A_TIME = 20_000;

    private final ConversationStore store;
    private final Conversation model;
    private final Optional<String> file;
    private int kept;

    /** @param file its address for JDBC; empty for memory */
    Copies(ConversationStore store, Conversation model, Optional<String> file) {
        this.store = store;
        this.model = model;
        this.file = file;
    }

    int kept() {
        return kept;
    }

    static String id(int number) {
        return "%032d".formatted(number);
    }

    void keep(Conversation conversation) {
        try (Hold hold = store.hold(conversation.id()).orElseThrow()) {
            hold.keep(conversation);
        }
    }

    void fill(int size) throws SQLException {
        for (int most = file.isEmpty() ? size : 1; kept < most; kept++) {
            keep(new Conversation(id(kept), model.region(), model.turns()));
        }
        if (kept < size) {
            fillFile(size);
        }
    }

    /** The same rows by SQL alone, as one by one would take hours. */
    private void fillFile(int size) throws SQLException {
        String id = "lpad(cast(copy.x as varchar), 32, '0')";
        try (Connection connection = DriverManager.getConnection(file.get());
                Statement sql = connection.createStatement()) {
            while (kept < size) {
                int end = Math.min(size, kept + AT_A_TIME);
                String copies = " from system_range(" + kept + ", " + (end - 1) + ") as copy, ";
                sql.execute("insert into conversation select " + id + ", answered_at" + copies
                        + "conversation where id = '" + id(0) + "'");
                sql.execute("insert into turn select " + id + ", number, said" + copies + "turn where conversation = '"
                        + id(0) + "'");
                kept = end;
            }
        }
    }
}

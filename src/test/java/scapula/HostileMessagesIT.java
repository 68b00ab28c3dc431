package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages of people, and programs, who mean no good. */
class HostileMessagesIT {

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
}

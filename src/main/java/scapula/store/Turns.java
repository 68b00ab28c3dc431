package scapula.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Objects;
import java.util.stream.Stream;
import scapula.domain.Finding;
import scapula.domain.StoreProblem;
import scapula.domain.Turn;

/**
 * A turn as it is kept: its records as JSON, field by field. ASCII alone, so that whatever can be typed (a lone half of
 * an emoji, a NUL) comes back as it was. What a later version adds is passed over; what an earlier one did not write yet
 * makes a turn unreadable.
 */
final class Turns {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .addMixIn(Finding.class, Named.class)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** Which state a finding is in. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Finding.Present.class, name = "present"),
        @JsonSubTypes.Type(value = Finding.Absent.class, name = "absent"),
        @JsonSubTypes.Type(value = Finding.Unsure.class, name = "unsure")
    })
    private interface Named {}

    private Turns() {}

    static String write(Turn turn) {
        try {
            return JSON.writeValueAsString(turn);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible.getClass().getSimpleName());
        }
    }

    /** @throws StoreProblem where this is no turn */
    static Turn read(String json) {
        try {
            Turn turn = JSON.readValue(json, Turn.class);
            Stream.of(
                            turn.at(),
                            turn.message().text(),
                            turn.meaning().findings(),
                            turn.decision().triage(),
                            turn.reply().region())
                    .forEach(Objects::requireNonNull);
            return turn;
        } catch (JsonProcessingException | RuntimeException broken) {
            throw new StoreProblem(StoreProblem.Kind.UNREADABLE, broken);
        }
    }
}

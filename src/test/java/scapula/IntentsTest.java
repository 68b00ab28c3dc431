package scapula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import scapula.content.Content;
import scapula.domain.Intent;
import scapula.domain.Message;
import scapula.understand.Reader;

/** What is learnt from the example messages. */
class IntentsTest {

    /** Enough to learn from in a moment. */
    private static final int EXAMPLES = 30;

    private static final Content CONTENT = Content.open(Path.of("."));

    private static final CompletableFuture<Learnt> ONE = CompletableFuture.supplyAsync(IntentsTest::learn);
    private static final CompletableFuture<Learnt> OTHER = CompletableFuture.supplyAsync(IntentsTest::learn);

    @Test
    void theSameExamplesGiveTheSameModelAlsoWhereTwoAreTrainedAtOnce() {
        assertArrayEquals(
                ONE.join().intents().toByteArray(), OTHER.join().intents().toByteArray());
    }

    @Test
    void whatWasWrittenGuessesAsWhatWasTrained() throws IOException {
        Learnt learnt = ONE.join();
        Reader read = Reader.read(
                CONTENT.wordings(),
                new ByteArrayInputStream(learnt.intents().toByteArray()),
                new ByteArrayInputStream(learnt.languages().toByteArray()));
        for (String message : List.of("how do i stretch my upper back", "asdf", "", "is it my heart?")) {
            assertEquals(learnt.reader().surestIntent(message), read.surestIntent(message));
        }
    }

    @Test
    void theWordsThatSpokeMostForAnIntentAreNamed() throws IOException {
        Intent intent = Assembly.built("UK", Assembly.Outside.alone())
                .reader()
                .read(new Message("how do I stretch my upper back in the evening", List.of()), Optional.empty(), 1)
                .intents()
                .get(0);
        assertEquals("stretch", intent.id());
        assertEquals("stretch", intent.because().get(0));
        assertTrue(intent.because().size() <= 3, intent::toString);
    }

    /** What was learnt, and how it is kept. */
    private record Learnt(Reader reader, ByteArrayOutputStream intents, ByteArrayOutputStream languages) {}

    private static Learnt learn() {
        Map<String, List<String>> some = new LinkedHashMap<>();
        CONTENT.examples()
                .forEach((intent, messages) ->
                        some.put(intent, messages.subList(0, Math.min(EXAMPLES, messages.size()))));
        Reader reader = Reader.trained(CONTENT.wordings(), some, CONTENT.languages());
        ByteArrayOutputStream intents = new ByteArrayOutputStream();
        ByteArrayOutputStream languages = new ByteArrayOutputStream();
        try {
            reader.write(intents, languages);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Learnt(reader, intents, languages);
    }
}

package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scapula.domain.Chosen;
import scapula.domain.Context;
import scapula.domain.Finding;
import scapula.domain.Intent;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Token;
import scapula.understand.Lexicon.Match;

/** Reads a message: what it wants to know, what it tells, and which option of the open question it picks. */
public final class Reader {

    /** Below this the surest intent is a guess; chosen on the tuning messages, see models/README.md. */
    private static final double SURE_ENOUGH = 0.35;

    /** Below this an intent is not considered beside a surer one. */
    private static final double WORTH_A_THOUGHT = 0.1;

    private final Typing typing;
    private final Lexicon lexicon;
    private final Findings findings;
    private final IntentModel intents;

    private Reader(Typing typing, Lexicon lexicon, Findings findings, IntentModel intents) {
        this.typing = typing;
        this.lexicon = lexicon;
        this.findings = findings;
        this.intents = intents;
    }

    /** A reader that learns its intents now, from example messages. */
    public static Reader trained(List<Token> vocabulary, Context context, Map<String, List<String>> examples) {
        Typing typing = new Typing(vocabulary, context);
        Lexicon lexicon = new Lexicon(vocabulary, context.fillers());
        Map<String, List<String[]>> features = new LinkedHashMap<>();
        examples.forEach((intent, messages) -> features.put(
                intent,
                messages.stream()
                        .map(message -> features(lexicon, typing.words(message)))
                        .toList()));
        return new Reader(typing, lexicon, new Findings(context), IntentModel.train(features));
    }

    /** A reader whose intents were learnt earlier and written with {@link #write}. */
    public static Reader read(List<Token> vocabulary, Context context, InputStream intents) throws IOException {
        return new Reader(
                new Typing(vocabulary, context),
                new Lexicon(vocabulary, context.fillers()),
                new Findings(context),
                IntentModel.read(intents));
    }

    /** Writes what was learnt from the examples. */
    public void write(OutputStream out) throws IOException {
        intents.write(out);
    }

    /** Reads the message that is number {@code turn} of its conversation. */
    public Meaning read(Message message, Optional<Question> pending, int turn) {
        List<Word> words = typing.words(message.text());
        List<Match> matches = lexicon.find(words);
        List<Finding> found = findings.in(message.text(), words, matches, turn);
        List<Chosen> chosen = pending.filter(question -> !question.suggests())
                .map(question -> Choice.of(question, message))
                .orElse(List.of());
        return new Meaning(chosen.isEmpty() ? intents(words, matches) : List.of(), found, chosen);
    }

    /** The intent of a text alone, for measuring. */
    public Intent surestIntent(String text) {
        List<Word> words = typing.words(text);
        return intents(words, lexicon.find(words)).get(0);
    }

    /**
     * The surest intent; and where that is "something else" or a guess, the surest that is not, so that rules may still
     * find an answer that fits all the rest of the message.
     */
    private List<Intent> intents(List<Word> words, List<Match> matches) {
        List<Intent> guesses = intents.guess(Features.of(words, matches));
        Intent surest = guesses.get(0);
        if (surest.confidence() < SURE_ENOUGH) {
            return List.of(new Intent(Intent.UNCLEAR, 1 - surest.confidence()), surest);
        }
        Intent next = guesses.get(1);
        boolean maybeNext = surest.id().equals(Intent.OUT_OF_SCOPE) && next.confidence() >= WORTH_A_THOUGHT;
        return maybeNext ? List.of(surest, next) : List.of(surest);
    }

    private static String[] features(Lexicon lexicon, List<Word> words) {
        return Features.of(words, lexicon.find(words));
    }
}

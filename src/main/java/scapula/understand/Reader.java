package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
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
import scapula.domain.Quote;
import scapula.domain.Token;
import scapula.understand.Lexicon.Match;

/** Reads a message: what it wants to know, what it tells, and which option of the open question it picks. */
public final class Reader {

    /** Below this the surest intent is a guess; chosen on the tuning messages, see models/README.md. */
    private static final double SURE_ENOUGH = 0.35;

    /** Below this an intent is not considered beside a surer one. */
    private static final double WORTH_A_THOUGHT = 0.1;

    /** Wordings that look like a finding and are none; they are listed so that they match first. */
    private static final String NO_FINDING = "none";

    private final Typing typing;
    private final Lexicon lexicon;
    private final Context context;
    private final IntentModel intents;

    private Reader(Typing typing, Lexicon lexicon, Context context, IntentModel intents) {
        this.typing = typing;
        this.lexicon = lexicon;
        this.context = context;
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
        return new Reader(typing, lexicon, context, IntentModel.train(features));
    }

    /** A reader whose intents were learnt earlier and written with {@link #write}. */
    public static Reader read(List<Token> vocabulary, Context context, InputStream intents) throws IOException {
        return new Reader(
                new Typing(vocabulary, context),
                new Lexicon(vocabulary, context.fillers()),
                context,
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
        List<Finding> findings = findings(message.text(), words, matches, turn);
        List<Chosen> chosen =
                pending.map(question -> Choice.of(question, message)).orElse(List.of());
        return new Meaning(chosen.isEmpty() ? intents(words, matches) : List.of(), findings, chosen);
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

    /** One finding for each token: a plain word on it counts for more than one that only points to it. */
    private List<Finding> findings(String text, List<Word> words, List<Match> matches, int turn) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean denied = false;
        int afterLast = 0;
        for (Match match : matches) {
            denied = denied(words, match.first(), afterLast, denied);
            afterLast = match.last() + 1;
            if (!match.token().startsWith(NO_FINDING + ":")) {
                int start = words.get(match.first()).start();
                int end = words.get(match.last()).end();
                Quote quote = new Quote(text.substring(start, end), start, end, turn);
                Finding finding = denied
                        ? new Finding.Absent(match.token(), quote)
                        : match.assumed()
                                ? new Finding.Unsure(match.token(), quote)
                                : new Finding.Present(match.token(), quote);
                findings.merge(match.token(), finding, Reader::plainer);
            }
        }
        return new ArrayList<>(findings.values());
    }

    private static Finding plainer(Finding earlier, Finding later) {
        return earlier instanceof Finding.Present ? earlier : later;
    }

    /** Whether a denial stands right before the word, fillers aside, or carries on from the finding before it. */
    private boolean denied(List<Word> words, int first, int afterLast, boolean before) {
        for (int at = first - 1; at >= afterLast; at--) {
            String word = words.get(at).text();
            if (context.denials().contains(word)) {
                return true;
            }
            if (context.alternatives().contains(word)) {
                return before && at == afterLast;
            }
            if (!context.fillers().contains(word)) {
                return false;
            }
        }
        return false;
    }
}

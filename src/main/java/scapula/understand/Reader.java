package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Chosen;
import scapula.domain.Context.Cue;
import scapula.domain.Finding;
import scapula.domain.Intent;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Token;
import scapula.domain.Wordings;

/** Reads a message: what it wants to know, what it tells, and which option of the open question it picks. */
public final class Reader {

    /** Below this the surest intent is a guess; chosen on the tuning messages, see models/README.md. */
    private static final double SURE_ENOUGH = 0.35;

    /** Below this an intent is not considered beside a surer one. */
    private static final double WORTH_A_THOUGHT = 0.1;

    /** Each of several questions has to be as sure as this to be answered by itself. */
    private static final double SURE_OF_EACH = 0.6;

    private final Typing typing;
    private final Lexicon lexicon;
    private final Composition composition;
    private final Numbers numbers;
    private final Near near;
    private final Scope scope;
    private final Findings findings;
    private final Questions questions;
    private final Set<String> names;
    private final Set<String> fillers;
    private final Set<String> english;
    private final IntentModel intents;
    private final LanguageModel languages;

    private Reader(Wordings wordings, IntentModel intents, LanguageModel languages) {
        this.typing = new Typing(wordings);
        this.lexicon = new Lexicon(wordings.tokens(), wordings.context().words(Cue.FILLERS));
        this.composition =
                new Composition(wordings.patterns(), wordings.context().words(Cue.CONTRASTS));
        this.numbers = new Numbers(wordings.numerals());
        this.near = new Near(wordings.likenesses(), wordings.context());
        this.scope = new Scope(wordings.context());
        this.findings = new Findings(wordings.tokens());
        this.questions = new Questions(wordings.context());
        this.names =
                wordings.tokens().stream().filter(Token::named).map(Token::id).collect(Collectors.toSet());
        this.fillers = wordings.context().words(Cue.FILLERS);
        this.english = Set.copyOf(wordings.context().known());
        this.intents = intents;
        this.languages = languages;
    }

    /**
     * A reader that learns now.
     *
     * @param examples messages of each intent
     * @param languages messages of each language, by its ISO 639-1 code
     */
    public static Reader trained(
            Wordings wordings, Map<String, List<String>> examples, Map<String, List<String>> languages) {
        Typing typing = new Typing(wordings);
        Lexicon lexicon = new Lexicon(wordings.tokens(), wordings.context().words(Cue.FILLERS));
        Map<String, List<String[]>> features = new LinkedHashMap<>();
        examples.forEach((intent, messages) -> features.put(
                intent,
                messages.stream()
                        .map(message -> features(lexicon, typing.read(message)))
                        .toList()));
        return new Reader(wordings, IntentModel.train(features), LanguageModel.train(languages));
    }

    /** A reader that learnt earlier, and wrote what it learnt with {@link #write}. */
    public static Reader read(Wordings wordings, InputStream intents, InputStream languages) throws IOException {
        return new Reader(wordings, IntentModel.read(intents), LanguageModel.read(languages));
    }

    /** Writes what was learnt from the examples. */
    public void write(OutputStream intentsOut, OutputStream languagesOut) throws IOException {
        intents.write(intentsOut);
        languages.write(languagesOut);
    }

    /** Reads the message that is number {@code turn} of its conversation. */
    public Meaning read(Message message, Optional<Question> pending, int turn) {
        Text text = typing.read(message.text());
        List<Match> wordings = lexicon.find(text.words());
        Findings.Told told = told(text, wordings, turn);
        List<Chosen> chosen = pending.filter(question -> !question.suggests())
                .map(question -> Choice.of(question, message))
                .orElse(List.of());
        if (!chosen.isEmpty()) {
            List<Finding> answered = answered(pending.get(), chosen, told.findings(), turn);
            return new Meaning(
                    Meaning.ENGLISH, List.of(), told.aboutOther(), answered, told.likenesses(), List.of(), chosen);
        }
        String language = languages.of(text, english);
        List<Intent> wanted = language.equals(Meaning.ENGLISH)
                ? intents(text, wordings)
                : List.of(new Intent(Intent.OTHER_LANGUAGE, 1, 1, List.of()));
        return new Meaning(
                language, wanted, told.aboutOther(), told.findings(), told.likenesses(), told.doubts(), List.of());
    }

    private static List<Finding> answered(Question question, List<Chosen> chosen, List<Finding> told, int turn) {
        List<Finding> findings = new ArrayList<>(told);
        for (Finding answer : Choice.findings(question, chosen, turn)) {
            findings.removeIf(finding -> finding.token().equals(answer.token()));
            findings.add(answer);
        }
        return findings;
    }

    private Findings.Told told(Text text, List<Match> wordings, int turn) {
        Scope.Reading reading = scope.of(text);
        List<Match> matches = new ArrayList<>(wordings);
        matches.addAll(composition.find(text, hidden(text, wordings)));
        return findings.in(text, matches, numbers.find(text), near.find(text), reading, turn);
    }

    /** Words that belong to a name of their own: the chest of "chest press" is not a chest that hurts. */
    private BitSet hidden(Text text, List<Match> wordings) {
        BitSet hidden = new BitSet();
        for (Match match : wordings) {
            if (match.isNoFinding()
                    || (names.contains(match.token()) && match.at().size() > 1)) {
                match.at().stream()
                        .filter(word -> !fillers.contains(text.words().get(word).text()))
                        .forEach(hidden::set);
            }
        }
        return hidden;
    }

    /** The intent of a text alone, for measuring. */
    public Intent surestIntent(String message) {
        Text text = typing.read(message);
        return intents(text.words(), lexicon.find(text.words())).get(0);
    }

    /** What each question of the message wants to know, where they differ; else what the whole of it wants. */
    private List<Intent> intents(Text text, List<Match> wordings) {
        List<List<Word>> parts = questions.in(text);
        Map<String, Intent> each = new LinkedHashMap<>();
        for (List<Word> part : parts) {
            Intent surest = intents.guess(part, lexicon.find(part)).get(0);
            if (surest.confidence() >= SURE_OF_EACH && !surest.id().equals(Intent.OUT_OF_SCOPE)) {
                each.putIfAbsent(surest.id(), numbered(surest, each.size() + 1, part));
            }
        }
        boolean several = parts.size() > 1 && each.size() > 1;
        return several ? List.copyOf(each.values()) : intents(text.words(), wordings);
    }

    /**
     * The surest intent; and where that is "something else" or a guess, the surest that is not, so that rules may still
     * find an answer that fits all the rest of the message.
     */
    private List<Intent> intents(List<Word> words, List<Match> wordings) {
        List<Intent> guesses = intents.guess(words, wordings);
        Intent surest = numbered(guesses.get(0), 1, words);
        if (surest.confidence() < SURE_ENOUGH) {
            return List.of(new Intent(Intent.UNCLEAR, 1 - surest.confidence(), 1, List.of()), surest);
        }
        Intent next = numbered(guesses.get(1), 1, words);
        boolean maybeNext = surest.id().equals(Intent.OUT_OF_SCOPE) && next.confidence() >= WORTH_A_THOUGHT;
        return maybeNext ? List.of(surest, next) : List.of(surest);
    }

    private Intent numbered(Intent intent, int question, List<Word> words) {
        return new Intent(intent.id(), intent.confidence(), question, intents.because(intent.id(), words));
    }

    private static String[] features(Lexicon lexicon, Text text) {
        return Features.of(text.words(), lexicon.find(text.words()));
    }
}

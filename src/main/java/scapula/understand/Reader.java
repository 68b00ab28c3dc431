package scapula.understand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Chosen;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Intent;
import scapula.domain.Meaning;
import scapula.domain.Message;
import scapula.domain.Question;
import scapula.domain.Question.Kind;
import scapula.domain.Wordings;
import scapula.understand.Features.Seen;

/** Reads a message: what it wants to know, what it tells, and which option of the open question it picks. */
public final class Reader {

    /** Below this the surest intent is a guess; chosen on the tuning messages, see models/README.md. */
    private static final double SURE_ENOUGH = 0.45;

    /** Below this an intent is not considered beside a surer one. */
    private static final double WORTH_A_THOUGHT = 0.1;

    /** Each of several questions has to be as sure as this to be answered by itself. */
    private static final double SURE_OF_EACH = 0.7;

    private final FindingReader findings;
    private final Questions questions;
    private final Set<String> english;
    private final IntentModel intents;
    private final LanguageModel languages;

    private Reader(Wordings wordings, FindingReader findings, IntentModel intents, LanguageModel languages) {
        this.findings = findings;
        this.questions = new Questions(wordings.context());
        this.english = new HashSet<>(wordings.context().known());
        this.english.addAll(wordings.context().shortForms().keySet());
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
        FindingReader findings = new FindingReader(wordings);
        Features features = new Features(findings.vectors());
        Map<String, List<Seen>> seen = new LinkedHashMap<>();
        examples.forEach((intent, messages) -> seen.put(
                intent,
                messages.stream()
                        .map(message -> seen(findings, features, message))
                        .toList()));
        return new Reader(wordings, findings, IntentModel.train(features, seen), LanguageModel.train(languages));
    }

    private static Seen seen(FindingReader findings, Features features, String message) {
        List<Word> words = findings.typed(message).words();
        return features.of(words, findings.listed(words));
    }

    /** A reader that learnt earlier, and wrote what it learnt with {@link #write}. */
    public static Reader read(Wordings wordings, InputStream intents, InputStream languages) throws IOException {
        FindingReader findings = new FindingReader(wordings);
        Features features = new Features(findings.vectors());
        return new Reader(wordings, findings, IntentModel.read(features, intents), LanguageModel.read(languages));
    }

    /** Writes what was learnt from the examples. */
    public void write(OutputStream intentsOut, OutputStream languagesOut) throws IOException {
        intents.write(intentsOut);
        languages.write(languagesOut);
    }

    /** Reads the message that is number {@code turn} of its conversation. */
    public Meaning read(Message message, Optional<Question> pending, int turn) {
        Text text = findings.typed(message.text());
        List<Match> listed = findings.listed(text.words());
        boolean isTapped = pending.filter(question -> question.kind() != Kind.SUGGESTIONS)
                .filter(question -> Choice.isOptions(question, message))
                .isPresent();
        FindingReader.Told told = isTapped ? FindingReader.Told.NOTHING : findings.read(text, listed, turn);
        Optional<Question> asked = pending.filter(question -> question.kind() != Kind.SUGGESTIONS);
        List<Chosen> picked =
                asked.map(question -> Choice.of(question, message)).orElse(List.of());
        if (!picked.isEmpty()) {
            List<Finding> all = answered(asked.get(), picked, told.findings(), turn);
            Set<String> takenBack = Choice.takenBack(asked.get(), picked);
            return meaning(Meaning.ENGLISH, List.of(), told, all, takenBack, List.of(), picked);
        }
        return readOther(text, listed, told, asked, turn);
    }

    /** What is not an option word for word may still answer the open question, or ask something else. */
    private Meaning readOther(
            Text text, List<Match> listed, FindingReader.Told told, Optional<Question> asked, int turn) {
        String language = languages.of(text, english);
        List<Intent> wanted = language.equals(Meaning.ENGLISH)
                ? wanted(text, listed, asked)
                : List.of(new Intent(Intent.OTHER_LANGUAGE, 1, 1, List.of()));
        List<Chosen> answers =
                asked.map(question -> Choice.told(question, told.findings())).orElse(List.of());
        if (answers.isEmpty()) {
            answers = asked.flatMap(question -> Choice.meant(question, wanted))
                    .map(List::of)
                    .orElse(List.of());
        }
        boolean refuses = answers.stream().anyMatch(Chosen::isRefusal);
        List<Finding> all = answers.isEmpty() ? told.findings() : answered(asked.get(), answers, told.findings(), turn);
        return meaning(
                language,
                answers.isEmpty() || refuses || questions.asks(text) ? wanted : List.of(),
                told,
                all,
                takenBack(wanted, told.findings()),
                told.doubts(),
                answers);
    }

    /**
     * While a question is open, what is a guess at another one is no question, and thanks or a farewell that may as well be
     * an answer is one: "yes thanks", "all gone now".
     */
    private List<Intent> wanted(Text text, List<Match> listed, Optional<Question> asked) {
        List<Intent> wanted = intents(text, listed);
        if (asked.isEmpty()) {
            return wanted;
        }
        Intent surest = wanted.get(0);
        if (surest.isCourtesy()) {
            return intents.guess(text.words(), listed).stream()
                    .filter(guess -> guess.isReply() && guess.confidence() >= WORTH_A_THOUGHT)
                    .findFirst()
                    .map(reply -> List.of(numbered(reply, 1, text.words())))
                    .orElse(wanted);
        }
        return surest.id().equals(Intent.UNCLEAR) ? List.of(surest) : wanted;
    }

    private static Meaning meaning(
            String language,
            List<Intent> wanted,
            FindingReader.Told told,
            List<Finding> findings,
            Set<String> takenBack,
            List<Doubt> doubts,
            List<Chosen> chosen) {
        return new Meaning(
                language,
                wanted,
                told.complains(),
                told.aboutOther(),
                findings,
                takenBack,
                told.likenesses(),
                doubts,
                chosen);
    }

    /** A correction takes away what it denies. */
    private static Set<String> takenBack(List<Intent> wanted, List<Finding> told) {
        boolean corrects = wanted.stream().anyMatch(intent -> intent.id().equals(Intent.CORRECTION));
        return told.stream()
                .filter(finding -> corrects && finding instanceof Absent)
                .map(Finding::token)
                .collect(Collectors.toSet());
    }

    /** What is told and what the picked options say; the person's own word that something is there counts for more. */
    private static List<Finding> answered(Question question, List<Chosen> chosen, List<Finding> told, int turn) {
        List<Finding> answered = new ArrayList<>(told);
        Set<String> takenBack = Choice.takenBack(question, chosen);
        for (Finding answer : Choice.findings(question, chosen, turn)) {
            boolean isToldOtherwise = !(answer instanceof Present)
                    && !takenBack.contains(answer.token())
                    && told.stream()
                            .anyMatch(finding -> finding instanceof Present
                                    && finding.token().equals(answer.token()));
            if (isToldOtherwise) {
                continue;
            }
            answered.removeIf(finding -> finding.token().equals(answer.token()));
            answered.add(answer);
        }
        return answered;
    }

    /** The surest intent of a text alone, for measuring. */
    public Intent surestIntent(String message) {
        List<Word> words = findings.typed(message).words();
        return intents(words, findings.listed(words)).get(0);
    }

    /** What each question of the message wants to know, where they differ; else what the whole of it wants. */
    private List<Intent> intents(Text text, List<Match> wordings) {
        List<List<Word>> parts = questions.in(text);
        Map<String, Intent> each = new LinkedHashMap<>();
        for (List<Word> part : parts) {
            Intent surest = intents.guess(part, findings.listed(part)).get(0);
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
}

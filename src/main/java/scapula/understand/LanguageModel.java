package scapula.understand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorFactory;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.LanguageSample;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import scapula.domain.Meaning;

/**
 * Guesses the language of a message: OpenNLP's language detector, trained on our own example messages, which is a
 * hundredth of the size of the model that OpenNLP offers for all languages.
 */
final class LanguageModel {

    /** A message with this share of English words is taken for English without asking. */
    private static final double ENGLISH_SHARE = 0.75;

    private static final double SURE_ENOUGH = 0.9;

    /** Fewer words in our letters may be English slang as well. */
    private static final int ENOUGH_WORDS = 3;

    private static final char LATIN_ENDS = '\u0250';

    private final byte[] written;

    /** Read for the first message that needs it, which few do: it is many times as large as what is written. */
    private LanguageDetectorModel model;

    private LanguageModel(byte[] written) {
        this.written = written;
    }

    /** @param examples messages of each language, by its ISO 639-1 code */
    static LanguageModel train(Map<String, List<String>> examples) {
        List<LanguageSample> samples = new ArrayList<>();
        examples.forEach((code, messages) ->
                messages.forEach(message -> samples.add(new LanguageSample(new Language(code), message))));
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, NaiveBayesTrainer.NAIVE_BAYES_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        try {
            ByteArrayOutputStream trained = new ByteArrayOutputStream();
            LanguageDetectorME.train(
                            ObjectStreamUtils.createObjectStream(samples), parameters, new LanguageDetectorFactory())
                    .serialize(trained);
            return new LanguageModel(trained.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static LanguageModel read(InputStream in) throws IOException {
        return new LanguageModel(in.readAllBytes());
    }

    void write(OutputStream out) throws IOException {
        out.write(written);
    }

    private synchronized LanguageDetectorModel model() {
        try {
            model = model == null ? new LanguageDetectorModel(new ByteArrayInputStream(written)) : model;
            return model;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The language of a message, English where there is doubt. */
    String of(Text text, Set<String> english) {
        Set<String> words = new HashSet<>();
        Text.words(text.raw()).forEach(word -> words.add(word.text()));
        words.removeIf(word -> Character.isDigit(word.charAt(0)));
        long known = words.stream().filter(english::contains).count();
        boolean latin = words.stream().allMatch(word -> word.charAt(0) < LATIN_ENDS);
        if (words.isEmpty() || known >= words.size() * ENGLISH_SHARE || (latin && words.size() < ENOUGH_WORDS)) {
            return Meaning.ENGLISH;
        }
        Language best = new LanguageDetectorME(model()).predictLanguage(text.raw()); // not thread-safe, but light
        return best.getConfidence() >= SURE_ENOUGH ? best.getLang() : Meaning.ENGLISH;
    }
}

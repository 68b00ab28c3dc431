package scapula.understand;

import io.gitlab.rxp90.jsymspell.SymSpell;
import io.gitlab.rxp90.jsymspell.SymSpellBuilder;
import io.gitlab.rxp90.jsymspell.Verbosity;
import io.gitlab.rxp90.jsymspell.api.SuggestItem;
import io.gitlab.rxp90.jsymspell.exceptions.NotInitializedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scapula.domain.Context;
import scapula.domain.Token;

/**
 * Reads words as they were meant: short forms written out, and words that are not English corrected to near ones.
 *
 * <p>A word that exists is never corrected ("might" is not "tight"), nor is one of four letters or fewer. Nothing is
 * corrected to a word that only the vocabulary has, because some of its wordings are misspelt on purpose.
 */
final class Typing {

    private static final int SHORTEST = 5;
    private static final int LONG = 8;
    private static final int COMMON = 4_000;
    private static final long COMMONEST = 1_000_000;
    private static final long OF_THE_VOCABULARY = 100_000;

    private final Map<String, String> shortForms;
    private final Set<String> known;
    private final SymSpell speller;

    Typing(List<Token> vocabulary, Context context) {
        this.shortForms = context.shortForms();
        this.known = new HashSet<>(context.known());
        Map<String, Long> targets = new HashMap<>();
        List<String> common =
                context.known().subList(0, Math.min(COMMON, context.known().size()));
        common.forEach(word -> targets.put(word, COMMONEST / (targets.size() + 1)));
        for (Token token : vocabulary) {
            token.words()
                    .forEach(wording -> Text.words(wording).forEach(word -> {
                        if (known.contains(word.text())) {
                            targets.merge(word.text(), OF_THE_VOCABULARY, Long::sum);
                        }
                    }));
        }
        for (Token token : vocabulary) {
            token.words().forEach(wording -> Text.words(wording).forEach(word -> known.add(word.text())));
        }
        this.speller = new SymSpellBuilder()
                .setUnigramLexicon(targets)
                .setMaxDictionaryEditDistance(2)
                .createSymSpell();
    }

    /** A message as it was meant; a short form for several words becomes several, all at its own place. */
    Text read(String text) {
        List<Word> words = new ArrayList<>();
        for (Word word : Text.words(text)) {
            String longForm = shortForms.get(word.text());
            if (longForm == null) {
                words.add(corrected(word));
            } else {
                for (Word part : Text.words(longForm)) {
                    words.add(words.isEmpty() || words.get(words.size() - 1).start() != word.start()
                            ? word.as(part.text())
                            : word.as(part.text()).joined());
                }
            }
        }
        return Text.of(text, words);
    }

    private Word corrected(Word word) {
        String text = word.text();
        if (text.length() < SHORTEST || known.contains(text) || !text.chars().allMatch(Character::isLetter)) {
            return word;
        }
        int allowed = text.length() < LONG ? 1 : 2;
        try {
            return speller.lookup(text, Verbosity.CLOSEST).stream()
                    .filter(near -> near.getEditDistance() <= allowed)
                    .max(Comparator.comparingDouble(SuggestItem::getFrequencyOfSuggestionInDict)
                            .thenComparing(SuggestItem::getSuggestion))
                    .map(near -> word.as(near.getSuggestion()))
                    .orElse(word);
        } catch (NotInitializedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

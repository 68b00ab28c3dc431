package scapula.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import scapula.domain.Context;
import scapula.domain.Context.Cue;
import scapula.domain.Pattern;
import scapula.domain.Token;
import scapula.domain.Wordings;

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
    private static final long OF_THE_WORDINGS = 100_000;

    private final Map<String, String> shortForms;
    private final Set<String> known;
    private final Set<String> ofDangers;
    private final Speller speller;

    Typing(Wordings wordings, Cutting cutting) {
        Context context = wordings.context();
        this.shortForms = context.shortForms();
        this.known = new HashSet<>(context.known());
        Map<String, Long> targets = new HashMap<>();
        List<String> common =
                context.known().subList(0, Math.min(COMMON, context.known().size()));
        common.forEach(word -> targets.put(word, COMMONEST / (targets.size() + 1)));
        Map<String, Long> said = new HashMap<>();
        this.ofDangers = new HashSet<>();
        count(wordings, cutting, said);
        said.forEach((word, times) -> {
            if (known.contains(word)) {
                targets.merge(word, OF_THE_WORDINGS * times, Long::sum);
            }
        });
        known.addAll(said.keySet());
        context.cues().values().forEach(phrases -> phrases.forEach(phrase -> known.addAll(cutting.texts(phrase))));
        ofDangers.removeAll(context.words(Cue.SMALL));
        this.speller = new Speller(targets);
    }

    /** How often each word is said in the vocabulary and in patterns; those that dangers are said with are noted. */
    private void count(Wordings wordings, Cutting cutting, Map<String, Long> said) {
        Map<String, Boolean> dangers = new HashMap<>();
        for (Token token : wordings.tokens()) {
            dangers.put(token.id(), token.danger());
            token.words().forEach(wording -> count(wording, token.danger(), cutting, said));
        }
        for (Pattern pattern : wordings.patterns()) {
            Boolean danger = dangers.get(pattern.token());
            if (danger == null) {
                continue;
            }
            for (List<String> part : pattern.parts()) {
                for (String phrase : part) {
                    if (phrase.indexOf('*') < 0) {
                        count(phrase, danger, cutting, said);
                    } else {
                        Stream.of(phrase.split(" ", -1))
                                .filter(word -> !word.endsWith("*"))
                                .forEach(word -> count(word, danger, cutting, said));
                    }
                }
            }
        }
    }

    private void count(String phrase, boolean danger, Cutting cutting, Map<String, Long> said) {
        for (Word word : cutting.words(phrase)) {
            said.merge(word.text(), 1L, Long::sum);
            if (danger) {
                ofDangers.add(word.text());
            }
        }
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
                    words.add(
                            words.isEmpty() || words.get(words.size() - 1).start() != word.start()
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
        List<String> near = speller.nearest(text, text.length() < LONG ? 1 : 2);
        return near.isEmpty() ? word : chosen(word, near);
    }

    /**
     * The likeliest of the nearest words. Where some of them speak of a danger and others do not, the likeliest that
     * does, as a guess: a correction neither makes a danger nor hides one without asking.
     */
    private Word chosen(Word word, List<String> near) {
        List<String> dangers = near.stream().filter(ofDangers::contains).toList();
        boolean divided = !dangers.isEmpty() && dangers.size() < near.size();
        return divided ? word.asGuess(dangers.get(0)) : word.as(near.get(0));
    }
}

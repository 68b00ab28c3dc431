package scapula.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import scapula.domain.ContentProblem;
import scapula.domain.Mistake;
import scapula.domain.Pattern.Says;
import scapula.domain.Token;

/**
 * Finds the wordings of the vocabulary in a message.
 *
 * <p>A wording matches by its stems, in order; fillers may stand in between. Where wordings overlap the one that says
 * most is meant: "chest day" is training and says nothing of the chest.
 */
final class Lexicon {

    /** A wording that was found, from its first word to its last; fillers do not add to its weight. */
    private record Found(String token, boolean assumed, int first, int last, int weight) {
        int length() {
            return last - first + 1;
        }

        Match match() {
            return new Match(
                    token,
                    assumed ? Says.MAYBE : Says.YES,
                    IntStream.rangeClosed(first, last).boxed().toList());
        }
    }

    private static final Comparator<Found> HEAVIEST_FIRST = Comparator.comparingInt(Found::weight)
            .reversed()
            .thenComparingInt(Found::first)
            .thenComparing(Found::length, Comparator.reverseOrder());

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private String token;
        private boolean assumed;
    }

    private final Node root = new Node();
    private final Set<String> fillers;

    /** @throws ContentProblem where two tokens claim wordings with the same stems */
    Lexicon(List<Token> vocabulary, Set<String> fillers, Cutting cutting) {
        this.fillers = fillers;
        List<Mistake> mistakes = new ArrayList<>();
        for (Token token : vocabulary) {
            token.words().forEach(wording -> add(wording, token.id(), false, cutting, mistakes));
            token.assumed().forEach(wording -> add(wording, token.id(), true, cutting, mistakes));
        }
        if (!mistakes.isEmpty()) {
            throw new ContentProblem(mistakes);
        }
    }

    private void add(String wording, String token, boolean assumed, Cutting cutting, List<Mistake> mistakes) {
        Node node = root;
        List<Word> words = cutting.words(wording);
        for (int i = 0; i < words.size(); i++) {
            boolean inside = i > 0 && i < words.size() - 1;
            if (!inside || !fillers.contains(words.get(i).text())) {
                node = node.next.computeIfAbsent(words.get(i).stem(), stem -> new Node());
            }
        }
        if (node.token != null && !node.token.equals(token)) {
            String file = "models/vocabulary/" + token.substring(0, token.indexOf(':')) + ".yml";
            mistakes.add(new Mistake(
                    file,
                    0,
                    "\"" + wording + "\" is claimed by two tokens, " + node.token + " and " + token
                            + " (endings and small words do not tell them apart)."));
        }
        node.token = token;
        node.assumed = assumed;
    }

    /** The wordings in a message, in the order in which they stand. */
    List<Match> find(List<Word> words) {
        List<Found> candidates = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            follow(words, first, candidates);
        }
        candidates.sort(HEAVIEST_FIRST);
        List<Found> kept = new ArrayList<>();
        for (Found candidate : candidates) {
            if (kept.stream().noneMatch(other -> candidate.first <= other.last && other.first <= candidate.last)) {
                kept.add(candidate);
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingInt(Found::first))
                .map(Found::match)
                .toList();
    }

    private void follow(List<Word> words, int first, List<Found> candidates) {
        Node node = root.next.get(words.get(first).stem());
        int weight = 0;
        int at = first;
        while (node != null) {
            weight += fillers.contains(words.get(at).text()) ? 0 : 1;
            if (node.token != null) {
                candidates.add(new Found(node.token, node.assumed, first, at, weight));
            }
            int following = next(words, at, node);
            node = following < words.size() ? node.next.get(words.get(following).stem()) : null;
            at = following;
        }
    }

    /** The word to look at next: fillers are passed over, unless it is a filler that the wording ends with. */
    private int next(List<Word> words, int at, Node node) {
        int following = at + 1;
        while (following < words.size()
                && !words.get(following).opens()
                && fillers.contains(words.get(following).text())
                && !node.next.containsKey(words.get(following).stem())) {
            following++;
        }
        if (following == words.size()) {
            return following;
        }
        boolean passedFillers = following > at + 1;
        boolean reachesTooFar = words.get(following).opens()
                || (passedFillers && fillers.contains(words.get(following).text()));
        return reachesTooFar ? words.size() : following;
    }
}

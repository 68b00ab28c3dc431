package scapula.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * Finds runs of words in a text: "give way" by its stems, {@code weak*} by its beginning, {@code =fit} by that very
 * word.
 *
 * @param <T> what a run stands for
 */
final class Runs<T> {

    /** A run that was found, by the indexes of its first and last word. */
    record Run<T>(T meaning, int first, int last) {

        /** Whether it holds all words of another, and more. */
        boolean isAround(Run<?> other) {
            return first <= other.first && other.last <= last && last - first > other.last - other.first;
        }
    }

    private static final int SHORTEST_BEGINNING = 2;

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>(1);
        private boolean beginnings;
        private final List<T> meanings = new ArrayList<>(1);
    }

    private final Node<T> root = new Node<>();

    /** Adds a phrase and all that it stands for. */
    void add(String phrase, List<T> meanings, Cutting cutting) {
        Node<T> node = root;
        StringTokenizer parts = new StringTokenizer(phrase);
        while (parts.hasMoreTokens()) {
            String part = parts.nextToken();
            if (part.endsWith("*")) {
                node.beginnings = true;
                node = step(node, part);
            } else if (part.startsWith("=")) {
                node = step(node, part);
            } else {
                for (Word word : cutting.words(part)) {
                    node = step(node, word.stem());
                }
            }
        }
        node.meanings.addAll(meanings);
    }

    private static <T> Node<T> step(Node<T> node, String key) {
        return node.next.computeIfAbsent(key, absent -> new Node<>());
    }

    /** Every run in the text, overlapping ones too; a run does not reach across punctuation. */
    List<Run<T>> in(List<Word> words) {
        List<Run<T>> runs = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            follow(root, words, first, first, runs);
        }
        return runs;
    }

    private void follow(Node<T> node, List<Word> words, int first, int at, List<Run<T>> runs) {
        if (at == words.size() || (at > first && words.get(at).opens())) {
            return;
        }
        Word word = words.get(at);
        enter(node.next.get(word.stem()), words, first, at, runs);
        enter(node.next.get("=" + word.text()), words, first, at, runs);
        for (int end = SHORTEST_BEGINNING; node.beginnings && end <= word.text().length(); end++) {
            enter(node.next.get(word.text().substring(0, end) + "*"), words, first, at, runs);
        }
    }

    private void enter(Node<T> node, List<Word> words, int first, int at, List<Run<T>> runs) {
        if (node != null) {
            node.meanings.forEach(meaning -> runs.add(new Run<>(meaning, first, at)));
            follow(node, words, first, at + 1, runs);
        }
    }
}

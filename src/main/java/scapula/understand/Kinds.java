package scapula.understand;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import scapula.domain.Token;

/** What the vocabulary says of its tokens. */
final class Kinds {

    private final Set<String> dangers;
    private final Set<String> ofOthers;
    private final Set<String> names;

    Kinds(List<Token> vocabulary) {
        this.dangers = those(vocabulary, Token::danger);
        this.ofOthers = those(vocabulary, Token::ofOthers);
        this.names = those(vocabulary, Token::named);
    }

    private static Set<String> those(List<Token> vocabulary, Predicate<Token> kind) {
        return vocabulary.stream().filter(kind).map(Token::id).collect(Collectors.toSet());
    }

    /** Whether it bears on an emergency, or on being seen soon. */
    boolean isDanger(String token) {
        return dangers.contains(token);
    }

    /** Whether it counts although it is somebody else's: a parent's illness of the heart. */
    boolean isOfOthers(String token) {
        return ofOthers.contains(token);
    }

    /** Whether its wordings are names of their own, as "chest press" is. */
    boolean isName(String token) {
        return names.contains(token);
    }
}

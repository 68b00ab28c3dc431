package scapula.phrase;

import java.util.Map;
import java.util.stream.Collectors;
import scapula.domain.Guide;
import scapula.domain.Region;
import scapula.domain.Thing;
import scapula.domain.Thing.Kind;
import scapula.domain.Token;

/** What the names in rules stand for, in words. */
final class Things {

    private final Phrasebook.Words words;
    private final Guide.Words page;
    private final Region region;
    private final Map<String, Token> tokens;

    Things(Phrasebook.Words words, Guide.Words page, Region region) {
        this.words = words;
        this.page = page;
        this.region = region;
        this.tokens = words.tokens().stream().collect(Collectors.toMap(Token::id, token -> token));
    }

    Thing finding(String token) {
        return new Thing(Kind.FINDING, token, tokens.get(token).label());
    }

    /** Any finding of a slot. */
    Thing slot(String slot) {
        String name = page.slots().get(slot);
        return new Thing(Kind.FINDING, slot, page.text("anything").replace("{what}", name));
    }

    Thing wish(String intent) {
        return new Thing(Kind.WISH, intent, page.wishes().getOrDefault(intent, spaced(intent)));
    }

    Thing fact(String test) {
        return new Thing(Kind.FACT, test, page.facts().get(test));
    }

    Thing sign(String name) {
        return new Thing(Kind.SIGN, name, page.signs().getOrDefault(name, spaced(name)));
    }

    /** A question; one whose name ends with a full stop stands for all that begin so. */
    Thing question(String id) {
        if (!words.questions().containsKey(id)) {
            return new Thing(Kind.QUESTION, id, page.text("any-danger"));
        }
        String text = words.questions().get(id).text().replace("{question}", page.text("named-danger"));
        return new Thing(Kind.QUESTION, id, region.fill(text));
    }

    Thing flag(String id) {
        return new Thing(Kind.FLAG, id, words.advice().flags().get(id).label());
    }

    Thing answer(String id) {
        return new Thing(Kind.ANSWER, id, words.answers().get(id).title());
    }

    Thing remark(String id) {
        return new Thing(Kind.REMARK, id, capital(spaced(id)));
    }

    /** The name of a folder. */
    String topic(String folder) {
        return page.topics().getOrDefault(folder, capital(spaced(folder)));
    }

    private static String spaced(String name) {
        return name.replace('-', ' ');
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

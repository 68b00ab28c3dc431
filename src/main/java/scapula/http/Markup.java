package scapula.http;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** HTML that may be put into HTML as it is; a text becomes it by being escaped. */
record Markup(String html) {

    static final Markup NOTHING = new Markup("");

    static Markup text(String text) {
        return new Markup(Xhtml.escaped(text));
    }

    /** One after the other, each written like this. */
    static <T> Markup each(Collection<T> items, Function<T, Markup> written) {
        return new Markup(items.stream().map(written).map(Markup::html).collect(Collectors.joining()));
    }

    Markup then(Markup next) {
        return new Markup(html + next.html);
    }
}

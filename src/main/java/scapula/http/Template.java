package scapula.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code web/} with places such as <code>{{this}}</code>, and the pieces to put there: its
 * {@code <template data-piece>} elements. All words and tags are the page's; what is put in is escaped.
 */
final class Template {

    private static final Pattern PIECE =
            Pattern.compile("(?s)\\s*<template data-piece=\"([\\w-]+)\">\\s*(.*?)\\s*</template>");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([\\w.-]+)}}");

    private final String page;
    private final Map<String, String> pieces = new TreeMap<>();

    Template(String html) {
        Matcher piece = PIECE.matcher(html);
        while (piece.find()) {
            pieces.put(piece.group(1), piece.group(2));
        }
        page = PIECE.matcher(html).replaceAll("");
    }

    /** The whole page. */
    Markup page(Map<String, Object> values) {
        return filled("the page", page, values);
    }

    /** One of its pieces. */
    Markup piece(String name, Map<String, Object> values) {
        return filled(name, pieces.get(name), values);
    }

    /** A piece without a place, where it is called for. */
    Markup piece(String name, boolean wanted) {
        return wanted ? piece(name, Map.of()) : Markup.NOTHING;
    }

    /** A piece around one value; nothing where that is empty. */
    Markup around(String name, String place, Object value) {
        boolean empty = value.equals("") || value.equals(Markup.NOTHING);
        return empty ? Markup.NOTHING : piece(name, Map.of(place, value));
    }

    /** @param values {@link Markup} is put in as it is, all else is escaped */
    private static Markup filled(String name, String html, Map<String, Object> values) {
        Function<MatchResult, String> value = place -> {
            Object found = values.get(place.group(1));
            if (found == null) {
                throw new IllegalStateException("Nothing to put at " + place.group() + " of " + name + ".");
            }
            return Matcher.quoteReplacement(
                    found instanceof Markup markup ? markup.html() : Xhtml.escaped(found.toString()));
        };
        return new Markup(PLACE.matcher(html).replaceAll(value));
    }
}

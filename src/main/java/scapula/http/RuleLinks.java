package scapula.http;

import static scapula.http.Xhtml.escaped;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import scapula.domain.Thing;

/** Addresses below {@code /rules}. */
final class RuleLinks {

    static final String PATH = "/rules";

    private RuleLinks() {}

    /** The address of a thing's map. */
    static String show(Thing thing) {
        return "?show=" + URLEncoder.encode(thing.key(), StandardCharsets.UTF_8).replace("%3A", ":");
    }

    /** A thing by its label, with a link to its map. */
    static String to(Thing thing) {
        return "<a href=\"" + show(thing) + "\">" + escaped(thing.label()) + "</a>";
    }
}

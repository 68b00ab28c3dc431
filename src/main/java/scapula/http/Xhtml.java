package scapula.http;

/** Pieces of XHTML around texts that may hold anything. */
final class Xhtml {

    private Xhtml() {}

    static String paragraph(String text) {
        return cell("p", text);
    }

    static String strong(String text) {
        return "<p>" + cell("b", text) + "</p>";
    }

    /** A list of pairs. */
    static String list(String... pairs) {
        return "<dl>" + String.join("", pairs) + "</dl>";
    }

    static String pair(String name, String text) {
        return cell("dt", name) + cell("dd", text);
    }

    static String cell(String tag, String text) {
        return "<" + tag + ">" + escaped(text) + "</" + tag + ">";
    }

    /** A text as it may stand between tags and inside quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package scapula.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pieces of FHIR. */
final class Fhir {

    private Fhir() {}

    /** A resource that says in words what it holds. */
    static ObjectNode resource(String type, String text) {
        ObjectNode resource = node().put("resourceType", type);
        resource.set("text", narrative(Xhtml.paragraph(text)));
        return resource;
    }

    static ObjectNode narrative(String body) {
        return node().put("status", "generated")
                .put(
                        "div",
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\">" + body + "</div>");
    }

    /** A text where Markdown is expected. */
    static String markdown(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]]", "\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    static ObjectNode concept(String system, String code, String display, String text) {
        ObjectNode concept = node();
        concept.putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code)
                .put("display", display);
        return concept.put("text", text);
    }

    static ObjectNode reference(String url) {
        return node().put("reference", url);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

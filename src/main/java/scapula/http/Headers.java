package scapula.http;

import java.util.Map;

/** What browsers are told about every page and file: what it may do, and who may keep it. */
final class Headers {

    /** The page and its files: kept, and asked for anew each time. One script URL is made, that of the worker. */
    static final Map<String, String> PAGE = page("'none'");

    /** What holds a conversation: without a script, and nobody's to keep. */
    static final Map<String, String> CONVERSATION = headers(
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'",
            "no-store");

    /** What is no page at all: nothing in it may do anything. */
    static final Map<String, String> DATA = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");

    private Headers() {}

    /** The page in a frame of these sites. */
    static Map<String, String> framedBy(AllowedOrigins origins) {
        return page(origins.frameAncestors());
    }

    private static Map<String, String> page(String frameAncestors) {
        return headers(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'self'; frame-ancestors " + frameAncestors + "; "
                        + "require-trusted-types-for 'script'; trusted-types scapula",
                "no-cache");
    }

    private static Map<String, String> headers(String policy, String kept) {
        return Map.of(
                "Content-Security-Policy",
                policy,
                "X-Content-Type-Options",
                "nosniff",
                "Referrer-Policy",
                "no-referrer",
                "Cache-Control",
                kept);
    }
}

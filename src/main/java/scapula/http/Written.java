package scapula.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A text that the server wrote when it started, with a tag of its content: who has it already is not sent it again.
 *
 * @param type its media type
 */
record Written(String type, String text, String tag) {

    static final String HTML = "text/html";
    static final String SCRIPT = "text/javascript";

    static Written of(String type, String text) {
        return new Written(type, text, '"' + digest(text.getBytes(StandardCharsets.UTF_8)) + '"');
    }

    /** A short name that other bytes do not have. */
    static String digest(byte[] bytes) {
        return UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
    }

    void to(Context ctx) {
        ctx.header("ETag", tag);
        if (tag.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.result(text).contentType(type + "; charset=utf-8");
        }
    }
}

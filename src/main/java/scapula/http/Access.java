package scapula.http;

import io.javalin.http.Context;
import java.util.Collections;

/**
 * Who may send what, and how often.
 *
 * @param origins other sites that may show the chat and call the API
 * @param proxies whose word on who sent a request is believed
 * @param perMinute most messages a minute from one client; 0 for no limit
 * @param perMinuteInAll most messages a minute from all clients together; 0 for no limit
 */
public record Access(AllowedOrigins origins, TrustedProxies proxies, int perMinute, int perMinuteInAll) {

    /** A name for the client, the same for each of its requests; it is never written down. */
    String client(Context ctx) {
        return proxies.client(
                ctx.req().getRemoteAddr(), Collections.list(ctx.req().getHeaders(TrustedProxies.FORWARDED)));
    }
}

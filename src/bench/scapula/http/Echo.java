package scapula.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;

/** What there is without Scapula: the same web server, set up the same way, parses the same JSON and sends it back. */
public final class Echo {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Echo() {}

    public static void main(String[] args) {
        Javalin echo = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            new Intake(() -> null).limit(config);
            config.routes.post(
                    "/api/chat",
                    ctx -> ctx.result(JSON.writeValueAsString(JSON.readTree(ctx.body())))
                            .contentType("application/json; charset=utf-8"));
        });
        echo.start("localhost", 0);
        System.out.println("Scapula is at http://localhost:" + echo.port() + " and only says what it is told.");
    }
}

package scapula.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The web server: the page, the API, and a stop that answers what has begun. */
public final class Server {

    /** How long whoever is here is told to go elsewhere, before nobody answers. */
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final WebFiles files = WebFiles.read();
    private final Access access;
    private final Gate gate;
    private final Probes probes;
    private final Metrics metrics;
    private final Javalin javalin;
    private volatile Site site;

    /**
     * A server that has nothing to show yet, and is not started before it has.
     *
     * @param access who may send what, and how often
     * @param probes what tells whether all is well
     */
    public Server(Access access, Probes probes, Metrics metrics) {
        this.access = access;
        this.gate = new Gate(access);
        this.probes = probes;
        this.metrics = metrics;
        this.javalin = Javalin.create(this::configure);
    }

    /** From the next request on, serves this edition. */
    public void show(Edition edition) {
        this.site = Site.of(edition, files, gate, access.origins());
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        new Intake(() -> site.edition().usual()).limit(config);
        config.requestLogger.http(metrics::count);
        config.routes.before(this::begin);
        files.addTo(config.routes);
        access.origins().addTo(config.routes);
        pages(config.routes);
        api(config.routes);
        channels(config.routes);
        operations(config.routes);
        Failures failures = new Failures(() -> site.edition());
        failures.addTo(config.routes);
    }

    /** Who is sent away is not to come back on the same connection, which may end at any moment. */
    private void begin(Context ctx) {
        Headers.DATA.forEach(ctx::header);
        if (probes.isLeaving()) {
            ctx.header("Connection", "close");
        }
    }

    private void pages(RoutesConfig routes) {
        routes.get("/", ctx -> site.page().get().show(ctx));
        routes.get("/embed.js", ctx -> site.page().get().embed(ctx));
        routes.get("/" + Shell.OFFLINE, ctx -> site.shell().get().offline(ctx));
        routes.get("/" + Shell.WORKER, ctx -> site.shell().get().worker(ctx));
        routes.get(RuleLinks.PATH, ctx -> site.rules().get().show(ctx));
        routes.get("/docs", ctx -> site.docs().get().show(ctx));
        routes.get("/docs.css", ctx -> site.docs().get().look(ctx));
        routes.get("/openapi.json", ctx -> site.docs().get().data(ctx));
        routes.get("/talk", ctx -> site.talk().begin(ctx));
        routes.post("/talk", ctx -> site.talk().say(ctx));
        routes.post("/talk/erase", ctx -> site.talk().erase(ctx));
        routes.get("/talk/{id}", ctx -> site.talk().show(ctx));
    }

    private void api(RoutesConfig routes) {
        routes.post("/api/chat", ctx -> site.chat().say(ctx));
        routes.get("/api/conversations/{id}", ctx -> site.conversation().read(ctx));
        routes.delete("/api/conversations/{id}", ctx -> site.conversation().erase(ctx));
        routes.put(
                "/api/conversations/{id}/turns/{turn}",
                ctx -> site.conversation().change(ctx));
        routes.put(
                "/api/conversations/{id}/findings/{token}",
                ctx -> site.conversation().correct(ctx));
        routes.get("/api/conversations/{id}/why-not", ctx -> site.conversation().whyNot(ctx));
        routes.get("/api/conversations/{id}/summary", ctx -> site.summary().show(ctx));
    }

    private void channels(RoutesConfig routes) {
        routes.get("/webhooks/rest/", ctx -> site.rasa().status(ctx));
        routes.post("/webhooks/rest/webhook", ctx -> site.rasa().say(ctx));
        routes.get("/v1/models", ctx -> site.openAi().models(ctx));
        routes.post("/v1/chat/completions", ctx -> site.openAi().say(ctx));
        routes.post("/deep-chat", ctx -> site.deepChat().say(ctx));
        routes.get("/cds-services", ctx -> site.cds().services(ctx));
        routes.post("/cds-services/scapula", ctx -> site.cds().call(ctx));
    }

    private void operations(RoutesConfig routes) {
        routes.get("/health/live", probes::live);
        routes.get("/health/ready", probes::ready);
        routes.get("/version", ctx -> probes.version(ctx, site.edition().made()));
        routes.get("/metrics", metrics::show);
    }

    /** Starts on a port, or on a free one where it is 0; returns the port. */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
    }

    /** All calls that it answers, files left out, such as {@code GET /api/chat}. */
    public Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && !files.serves(endpoint.path))
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** From now on readiness is denied and every message answered with 503, so that clients go elsewhere. */
    public void drain() {
        probes.leave();
        gate.close();
    }

    /**
     * Stops, and answers what has begun.
     *
     * @param notice how long the load balancer is given to look away before
     */
    public void stop(Duration notice) {
        probes.leave();
        pause(notice);
        drain();
        pause(FAREWELL);
        javalin.stop();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}

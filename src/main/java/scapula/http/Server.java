package scapula.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import scapula.domain.Conversation;
import scapula.domain.Guide;
import scapula.domain.Region;
import scapula.domain.Summary;
import scapula.talk.Conversations;

/** The web server: the page, the chat endpoint, the summary, the rules, and a stop that answers what has begun. */
public final class Server {

    /** Of a form, which writes nine characters for one of many scripts; JSON has less, see {@link Gate}. */
    private static final long LARGEST_BODY = 32 * 1024;

    private static final int MILLIS_TO_FINISH = 5_000;

    private final Gate gate;
    private final ChatApi chat;
    private final ConversationApi conversation;
    private final SummaryApi summary;
    private final Page page;
    private final TalkPage talk;
    private final RulesPage rules;
    private final DocsPage docs;
    private final Shell shell;
    private final AllowedOrigins origins;
    private final Javalin javalin;

    /**
     * @param summaries sums up a conversation
     * @param guide the rules in words
     * @param usual the region of a person who names none
     * @param origins other sites that may show the chat and call the API
     * @param perMinute most messages a minute from one address; 0 for no limit
     */
    public Server(
            Conversations conversations,
            ChatReply.Names names,
            Function<Conversation, Summary> summaries,
            Guide guide,
            Map<String, Region> regions,
            Region usual,
            AllowedOrigins origins,
            int perMinute) {
        this.gate = new Gate(new Throttle(perMinute));
        this.chat = new ChatApi(conversations, names, regions, usual, gate);
        this.conversation = new ConversationApi(conversations, names, regions, gate);
        this.summary = new SummaryApi(conversations, summaries);
        WebFiles files = WebFiles.read();
        TalkHtml html = new TalkHtml(new Template(files.text("talk.html")), names, regions);
        this.talk = new TalkPage(conversations, regions, usual, gate, html);
        this.page = new Page(files, html, regions, usual, origins);
        this.rules = new RulesPage(guide, new Template(files.text("rules.html")), usual);
        this.docs = new DocsPage(Description.read(), usual);
        this.shell = new Shell(files, regions);
        this.origins = origins;
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyServer(server -> server.setStopTimeout(MILLIS_TO_FINISH));
        page.addTo(config);
        talk.addTo(config.routes);
        shell.addTo(config.routes);
        origins.addTo(config.routes);
        chat.addTo(config.routes);
        conversation.addTo(config.routes);
        summary.addTo(config.routes);
        rules.addTo(config.routes);
        docs.addTo(config.routes);
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
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** From now on every message is answered with 503, so that a client tries again elsewhere. */
    public void drain() {
        gate.close();
    }

    public void stop() {
        drain();
        javalin.stop();
    }
}

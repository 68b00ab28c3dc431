package scapula.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.Map;
import java.util.function.Function;
import scapula.domain.Conversation;
import scapula.domain.Guide;
import scapula.domain.Region;
import scapula.domain.Summary;
import scapula.talk.Conversations;

/** The web server: the page, the chat endpoint, the summary, the rules, and a stop that answers what has begun. */
public final class Server {

    private static final long LARGEST_BODY = 16 * 1024;
    private static final int MILLIS_TO_FINISH = 5_000;

    private final Gate gate;
    private final ChatApi chat;
    private final ConversationApi conversation;
    private final SummaryApi summary;
    private final Page page;
    private final RulesPage rules;
    private final Javalin javalin;

    /**
     * @param summaries sums up a conversation
     * @param guide the rules in words
     * @param usual the region of a person who names none
     * @param perMinute most messages a minute from one address; 0 for no limit
     */
    public Server(
            Conversations conversations,
            ChatReply.Names names,
            Function<Conversation, Summary> summaries,
            Guide guide,
            Map<String, Region> regions,
            Region usual,
            int perMinute) {
        this.gate = new Gate(new Throttle(perMinute));
        this.chat = new ChatApi(conversations, names, regions, usual, gate);
        this.conversation = new ConversationApi(conversations, names, regions, gate);
        this.summary = new SummaryApi(conversations, summaries);
        this.page = new Page(usual, regions.values());
        this.rules = new RulesPage(guide, page.read("rules.html"));
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyServer(server -> server.setStopTimeout(MILLIS_TO_FINISH));
        page.addTo(config);
        chat.addTo(config.routes);
        conversation.addTo(config.routes);
        summary.addTo(config.routes);
        rules.addTo(config.routes);
    }

    /** Starts on a port, or on a free one where it is 0; returns the port. */
    public int start(String host, int port) {
        javalin.start(host, port);
        return javalin.port();
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

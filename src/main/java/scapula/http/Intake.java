package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;
import scapula.domain.Region;

/**
 * What the server takes on at once, so that it goes on serving whatever comes: a request has a thread only once it has
 * all arrived, few are worked on at a time, some wait, and the rest is sent away at once.
 */
final class Intake {

    /** Of a form, which writes nine characters for one of many scripts; JSON has less, see {@link Gate}. */
    private static final int LARGEST_BODY = 32 * 1024;

    /** What may be larger than the rest, to send or to read, waits in a line of its own. */
    private static final String[] LARGE = {RuleLinks.PATH, "/v1/*", "/deep-chat", "/cds-services/*"};

    /** What waits for the store does so in a line of its own, too: where that hangs, the pages are still there. */
    private static final String[] KEPT = {"/api/*", "/talk/*", "/webhooks/*"};

    /** What only looks at the program is never made to wait. */
    private static final String[] PROBES = {"/health/*", "/metrics"};

    private static final int LARGEST_HEADER = 8 * 1024;

    /** Replies up to this size need no thread for a client that is slow to read them. */
    private static final int LARGEST_REPLY = 64 * 1024;

    /** In bytes a second. */
    private static final int SLOWEST_TO_SEND = 500;

    private static final int SLOWEST_TO_READ = 2_000;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 8;
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_LARGE_AT_ONCE = 8;
    private static final int MOST_WAITING = 256;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE_IN_A_CROWD = Duration.ofSeconds(2);
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(10);

    private final Supplier<Region> region;

    /** @param region whose emergency line stands in what is refused here */
    Intake(Supplier<Region> region) {
        this.region = region;
    }

    void limit(JavalinConfig config) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("web");
        config.jetty.threadPool = threads;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.responseBufferSize = LARGEST_REPLY;
        config.jetty.modifyHttpConfiguration(Intake::limit);
        config.jetty.modifyServer(this::limit);
    }

    private static void limit(HttpConfiguration http) {
        http.setRequestHeaderSize(LARGEST_HEADER);
        http.setOutputBufferSize(LARGEST_REPLY);
        http.setOutputAggregationSize(LARGEST_REPLY);
        http.setIdleTimeout(LONGEST_SILENCE.toMillis());
        http.setSendServerVersion(false);
    }

    private void limit(Server server) {
        QoSHandler pages = fewAtOnce(server.getHandler(), MOST_AT_ONCE);
        pages.excludePath(LARGE);
        pages.excludePath(KEPT);
        pages.excludePath(PROBES);
        QoSHandler kept = fewAtOnce(pages, MOST_AT_ONCE);
        kept.includePath(KEPT);
        QoSHandler fewLarge = fewAtOnce(kept, MOST_LARGE_AT_ONCE);
        fewLarge.includePath(LARGE);
        RetainedContentLoaderFactory whole = new RetainedContentLoaderFactory(LARGEST_BODY, 0, false);
        Handler arrived = new EagerContentHandler(fewLarge, whole);
        server.setHandler(new GracefulHandler(new MinimumDataRateHandler(new Hurrying(arrived), SLOWEST_TO_SEND, 0)));
        server.setErrorHandler(new Refusing());
        server.setStopTimeout(TIME_TO_FINISH.toMillis());
        NetworkConnectionLimit connections = new NetworkConnectionLimit(MOST_CONNECTIONS, server);
        connections.setEndPointIdleTimeout(SILENCE_IN_A_CROWD.toMillis());
        server.addBean(connections);
        server.addEventListener(new Waiting());
    }

    private static QoSHandler fewAtOnce(Handler handler, int most) {
        QoSHandler few = new QoSHandler(handler);
        few.setMaxRequestCount(most);
        few.setMaxSuspendedRequestCount(MOST_WAITING);
        few.setMaxSuspend(LONGEST_WAIT);
        return few;
    }

    /** Waits no longer between two requests than within one; the connector is there only once the server starts. */
    private static final class Waiting implements Container.Listener {

        @Override
        public void beanAdded(Container parent, Object child) {
            if (child instanceof AbstractConnector connector) {
                connector.setIdleTimeout(LONGEST_SILENCE.toMillis());
            }
        }

        @Override
        public void beanRemoved(Container parent, Object child) {
            // nobody waits there any more
        }
    }

    /**
     * Hangs up on who reads a reply too slowly. Jetty's own handler gives a short reply a tenth of a second, and what it then
     * fails may be written already: where the machine hangs for a moment, that loses a reply, or sends it twice.
     */
    private static final class Hurrying extends Handler.Wrapper {

        Hurrying(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return super.handle(request, new Hurried(request, response), callback);
        }
    }

    private static final class Hurried extends Response.Wrapper {

        Hurried(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback written) {
            long seconds = LONGEST_SILENCE.toSeconds() + BufferUtil.length(content) / SLOWEST_TO_READ;
            EndPoint client =
                    getRequest().getConnectionMetaData().getConnection().getEndPoint();
            Scheduler.Task hangUp = getRequest()
                    .getComponents()
                    .getScheduler()
                    .schedule(() -> client.close(new TimeoutException("too slow")), seconds, TimeUnit.SECONDS);
            super.write(last, content, Callback.from(hangUp::cancel, written));
        }
    }

    /** Says what is wrong with a request that does not get as far as the API; 501 and 505 are no fault of the server. */
    private final class Refusing extends ErrorHandler {

        @Override
        protected void generateResponse(
                Request request, Response response, int status, String message, Throwable cause, Callback callback) {
            int told = status > 503 || status == 501 ? 400 : status;
            response.setStatus(told);
            if (told == 503) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, Problem.SECONDS_TO_RETRY);
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE + "; charset=utf-8");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Headers.DATA.forEach(response.getHeaders()::put);
            response.write(true, body(told), callback);
        }

        private ByteBuffer body(int status) {
            try {
                Problem.Body body = Problem.of(status).body(region.get().line());
                return BufferUtil.toBuffer(new ObjectMapper().writeValueAsString(body));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}

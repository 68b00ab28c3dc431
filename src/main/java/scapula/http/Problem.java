package scapula.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scapula.domain.StoreProblem;
import scapula.talk.Refused;
import scapula.talk.Refused.Refusal;

/** Why a request gets no reply: a status, and one sentence that never repeats what the person typed. */
public final class Problem extends Exception {

    static final String SECONDS_TO_RETRY = "5";

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    private Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** A request that is not of the right form. */
    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** A request of the right form whose message cannot be used. */
    static Problem unprocessable(String detail) {
        return new Problem(422, "Message not usable", detail);
    }

    /** A request that brings more than is read. */
    static Problem tooLarge(int bytes) {
        return new Problem(413, "Too large", "The request is over " + bytes / 1024 + " KiB. Please send less at once.");
    }

    /** A record that a program did not send along. */
    static Problem missing(String detail) {
        return new Problem(412, "Not sent along", detail);
    }

    /** A page that the conversation has gone on from. */
    static Problem outdated() {
        return new Problem(
                409, "Outdated page", "You answered an earlier question. Please answer the one that is here now.");
    }

    /** What any failure is to the person; what nobody foresaw is logged by its place, and by nothing that was typed. */
    public static Problem of(Exception failed) {
        if (failed instanceof Problem problem) {
            return problem;
        }
        if (failed instanceof Refused refused) {
            return of(refused.why());
        }
        if (failed instanceof StoreProblem store) {
            return of(store);
        }
        if (failed instanceof HttpResponseException broken) {
            return of(broken.getStatus());
        }
        if (failed instanceof IOException || failed instanceof HttpException || failed instanceof TimeoutException) {
            return badRequest("The request ended before all of it was there. Please send it again.");
        }
        StackTraceElement[] trace = failed.getStackTrace();
        LOG.error("A request failed: {} at {}", failed.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return of(500);
    }

    /** What a status alone tells. */
    static Problem of(int status) {
        return switch (status) {
            case 400 -> badRequest("This is no HTTP request that can be read.");
            case 408 -> new Problem(408, "Too slow", "The request took too long to arrive. Please send it again.");
            case 414, 431 -> new Problem(status, "Too long", "The address or the headers of the request are too long.");
            case 404 -> new Problem(404, "Not found", "There is nothing at this address.");
            case 405 -> new Problem(405, "Not allowed", "This address does not take requests of this kind.");
            case 406 ->
                new Problem(
                        406,
                        "Not acceptable",
                        "The summary comes as text/html, application/json or application/fhir+json.");
            case 413 -> tooLarge(16 * 1024);
            case 415 -> new Problem(415, "Not JSON", "Send the request with the content type application/json.");
            case 429 ->
                new Problem(429, "Too many messages", "These are many messages in a short time. Please wait a little.");
            case 503 -> new Problem(503, "Not now", "The server is busy or stopping. Please try again in a moment.");
            default -> new Problem(status, "Something went wrong", "Something went wrong here. Please try again.");
        };
    }

    private static Problem of(StoreProblem store) {
        return switch (store.kind()) {
            case AWAY -> {
                LOG.error("The store failed: {}", store.getMessage());
                yield new Problem(
                        503,
                        "Cannot be kept now",
                        "Your message could not be kept, so it was not answered. Please send it again in a moment.");
            }
            case OVERTAKEN -> of(Refusal.STILL_ANSWERING);
            case UNREADABLE -> {
                LOG.error("A conversation cannot be read: {}", store.getMessage());
                yield new Problem(
                        500,
                        "Conversation unreadable",
                        "What was kept of this conversation cannot be read. Please start a new one.");
            }
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case NO_SUCH_CONVERSATION ->
                new Problem(
                        404,
                        "No such conversation",
                        "This conversation has ended or was erased. Please start a new one.");
            case NO_SUCH_FINDING ->
                new Problem(404, "No such finding", "Nothing of the kind was understood in this conversation.");
            case NO_SUCH_TURN ->
                new Problem(404, "No such message", "There is no such message in this conversation to be changed.");
            case NO_SUCH_RULE ->
                new Problem(404, "No such rule", "There is no rule of that name. Give the whole sentence.");
            case STILL_ANSWERING ->
                new Problem(
                        409,
                        "Still answering",
                        "An earlier message is still being answered. Please wait for its reply.");
            case TOO_LONG ->
                new Problem(
                        422,
                        "Conversation full",
                        "This conversation has become too long to go on. Please start a new one.");
            case MESSAGE_ID_TAKEN ->
                new Problem(
                        409,
                        "Message id taken",
                        "Another message already has this \"messageId\". Please use a new one.");
            case NO_SUCH_OPTION ->
                new Problem(
                        422,
                        "No such option",
                        "The open question does not have that option. Please choose one it has.");
        };
    }

    int status() {
        return status;
    }

    /** Gives a reply its status, and says when to try again what may work then. */
    void mark(Context ctx) {
        ctx.status(status);
        if (status == 503) {
            ctx.header("Retry-After", SECONDS_TO_RETRY);
        }
    }

    /** In a word, for programs. */
    String code() {
        return title.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** What is sent: RFC 9457, with the emergency line so that a client can show it whatever went wrong. */
    public Body body(String safety) {
        return new Body("about:blank", title, status, getMessage(), safety);
    }

    public record Body(String type, String title, int status, String detail, String safety) {}
}

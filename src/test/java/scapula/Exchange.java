package scapula;

import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Flow;

/**
 * A request and its reply, whoever sent it.
 *
 * @param sent the body of the request
 * @param headers of the reply, their names in small letters
 * @param body of the reply
 */
record Exchange(String method, URI uri, String sent, int status, Map<String, String> headers, String body) {

    static Exchange of(HttpRequest request, HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Exchange(
                request.method(),
                request.uri(),
                request.bodyPublisher().map(Exchange::text).orElse(""),
                response.statusCode(),
                headers,
                response.body());
    }

    static Exchange of(Response response) {
        return new Exchange(
                response.request().method(),
                URI.create(response.url()),
                Optional.ofNullable(response.request().postData()).orElse(""),
                response.status(),
                response.headers(),
                response.text());
    }

    private static String text(HttpRequest.BodyPublisher publisher) {
        HttpResponse.BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                text.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                text.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failed) {
                text.onError(failed);
            }

            @Override
            public void onComplete() {
                text.onComplete();
            }
        });
        return text.getBody().toCompletableFuture().join();
    }

    String path() {
        return uri.getRawPath();
    }

    String query() {
        return Optional.ofNullable(uri.getRawQuery()).orElse("");
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The content type of the reply, without what may follow it. */
    String type() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String name() {
        return method + " " + path() + " " + status;
    }

    /** The fields of a form or a query; of one that is sent more than once, the last. */
    static Map<String, String> pairs(String form) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                pairs.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return pairs;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}

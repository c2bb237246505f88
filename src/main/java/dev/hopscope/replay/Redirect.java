package dev.hopscope.replay;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.proxy.ReplayRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a response says to ask next (RFC 9110 §15.4). Pure; any thread.
 */
public sealed interface Redirect {
    /** So many are followed one after another. */
    int MOST = 20;

    /** It redirects nowhere. */
    record None() implements Redirect {}

    /** It redirects to what cannot be asked. */
    record Unusable(String location) implements Redirect {}

    /** @param crossing whether it leads to another origin, where credentials do not go */
    record To(ReplayRequest request, boolean crossing) implements Redirect {}

    /** What is about content, and goes where the content goes (RFC 9110 §15.4). */
    Set<String> CONTENT = Set.of(
            "content-length",
            "content-type",
            "content-encoding",
            "content-language",
            "content-location",
            "content-md5",
            "content-range",
            "content-digest",
            "repr-digest",
            "digest",
            "transfer-encoding",
            "trailer",
            "expect");

    /** What belongs to one origin alone. */
    Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie", "cookie2");

    /** Conditions are about the resource that was asked. */
    Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range");

    /**
     * @param sent the request that was sent
     * @param answered its exchange, ended
     */
    static Redirect of(ReplayRequest sent, HttpExchange answered) {
        ResponseHead response = answered.heads().response();
        String location = response == null ? null : response.headers().first("Location");
        if (response == null || location == null || !redirects(response.status())) {
            return new None();
        }
        Origin named = answered.origin();
        Origin asked = sent.inside() == null ? named : new Origin(sent.secure() ? "https" : "http", sent.inside());
        if (asked == null) {
            return new Unusable(location);
        }
        String target = RecordedRequest.originForm(sent.head().target());
        String url = Reference.resolve(asked + (target.equals("*") ? "/" : target), location);
        return RequestUrl.of(url, "GET", true) instanceof RequestUrl.Asked next
                ? new To(request(sent, answered, response.status(), next, asked, named), crosses(next, asked, named))
                : new Unusable(location);
    }

    private static boolean redirects(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** A Host that was kept names the origin too: what it says stays where it was sent. */
    private static boolean crosses(RequestUrl.Asked next, Origin asked, @Nullable Origin named) {
        return !next.origin().equals(asked) && !next.origin().equals(named);
    }

    private static ReplayRequest request(
            ReplayRequest sent,
            HttpExchange answered,
            int status,
            RequestUrl.Asked next,
            Origin asked,
            @Nullable Origin named) {
        boolean crossing = crosses(next, asked, named);
        String method = method(sent.head().method(), status);
        boolean content = method.equals(sent.head().method()) && sent.content() != null;
        Headers headers = headers(sent.head().headers(), crossing, content);
        Origin to = crossing ? next.origin() : asked;
        RequestHead head = new RequestHead(
                method,
                next.target(),
                sent.head().version(),
                crossing ? Rerouting.withHost(headers, to.authority()) : headers);
        return new ReplayRequest(
                new Source.Sent(answered.id()),
                head,
                to.endpoint(),
                to.secure(),
                content ? sent.content() : null,
                content ? sent.trailers() : Headers.EMPTY,
                sent.direct());
    }

    /** RFC 9110 §15.4.2 to §15.4.4: POST becomes GET after 301 and 302, all but HEAD after 303; else it stays. */
    private static String method(String method, int status) {
        return switch (status) {
            case 301, 302 -> method.equals("POST") ? "GET" : method;
            case 303 -> method.equals("HEAD") ? method : "GET";
            default -> method;
        };
    }

    private static Headers headers(Headers sent, boolean crossing, boolean content) {
        Headers.Builder kept = Headers.builder();
        sent.forEach(h -> {
            String name = h.name().toLowerCase(Locale.ROOT);
            boolean drop = CONDITIONS.contains(name)
                    || crossing && CREDENTIALS.contains(name)
                    || !content && CONTENT.contains(name);
            if (!drop) {
                kept.add(h.name(), h.value());
            }
        });
        return kept.build();
    }
}

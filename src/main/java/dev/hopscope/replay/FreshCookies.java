package dev.hopscope.replay;

import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cookies that responses set, and a Cookie line made fresh by them (RFC 6265 §5). Pure but for what it gathers; one thread. */
public final class FreshCookies {
    /**
     * A cookie that is another in the request now.
     *
     * @param removed whether it is no longer sent, since it ended
     * @param from the exchange whose response set it
     */
    public record Taken(String name, boolean removed, ExchangeId from) {}

    /** The header lines with their cookies fresh, and which these are. */
    public record Fresh(Headers headers, List<Taken> taken) {}

    private final List<SetCookie> stored = new ArrayList<>();

    /** Takes what a response set; to be called in the order of the responses. */
    public void take(HttpExchange exchange) {
        ResponseHead response = exchange.heads().response();
        RequestHead request = exchange.heads().requestReceived();
        Origin origin = exchange.origin();
        if (response == null || request == null || origin == null) {
            return;
        }
        String target = RecordedRequest.originForm(request.target());
        for (String field : response.headers().all("Set-Cookie")) {
            SetCookie cookie = SetCookie.read(field, origin, target, exchange.started(), exchange.id());
            if (cookie != null) {
                stored.removeIf(cookie::same);
                stored.add(cookie);
            }
        }
    }

    /** The cookies of these lines made fresh: those that were set anew have their new value, those that ended are gone, those that are new come last. */
    public Fresh apply(Headers headers, Origin origin, String target, Instant now) {
        Map<String, String> cookies = cookies(headers);
        List<Taken> taken = new ArrayList<>();
        for (SetCookie cookie : stored) {
            if (!cookie.goesTo(origin, target)) {
                continue;
            }
            String before = cookies.get(cookie.name());
            if (cookie.expired(now)) {
                if (cookies.remove(cookie.name()) != null) {
                    taken.add(new Taken(cookie.name(), true, cookie.from()));
                }
            } else if (!cookie.value().equals(before)) {
                cookies.put(cookie.name(), cookie.value());
                taken.removeIf(t -> t.name().equals(cookie.name()));
                taken.add(new Taken(cookie.name(), false, cookie.from()));
            }
        }
        return taken.isEmpty() ? new Fresh(headers, taken) : new Fresh(written(headers, cookies), List.copyOf(taken));
    }

    private static Map<String, String> cookies(Headers headers) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String line : headers.all("Cookie")) {
            for (String pair : line.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isBlank()) {
                    cookies.putIfAbsent(
                            (equals < 0 ? pair : pair.substring(0, equals)).strip(),
                            equals < 0 ? "" : pair.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }

    /** One Cookie line, where the first one stood (RFC 6265 §5.4). */
    private static Headers written(Headers headers, Map<String, String> cookies) {
        List<String> pairs = new ArrayList<>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        String line = String.join("; ", pairs);
        Headers.Builder changed = Headers.builder();
        boolean due = !line.isEmpty();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.name(i).equalsIgnoreCase("Cookie")) {
                changed.add(headers.name(i), headers.value(i));
            } else if (due) {
                changed.add(headers.name(i), line);
                due = false;
            }
        }
        return (due ? changed.add("Cookie", line) : changed).build();
    }
}

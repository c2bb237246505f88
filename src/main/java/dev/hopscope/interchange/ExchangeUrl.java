package dev.hopscope.interchange;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.TunnelExchange;
import org.jspecify.annotations.Nullable;

/** What an exchange asked for, as a URL (RFC 9110 §7.1). Any thread. Decodes and normalises nothing. */
public final class ExchangeUrl {
    private ExchangeUrl() {}

    /** {@code scheme://authority/path?query} of a request, {@code host:port} of a tunnel or handshake; null where the target is not known. */
    public static @Nullable String of(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange http -> ofRequest(http.origin(), http.heads().requestReceived());
            case TunnelExchange tunnel -> tunnel.target().toString();
            case FailedHandshake handshake -> handshake.target().toString();
        };
    }

    private static @Nullable String ofRequest(@Nullable Origin origin, @Nullable RequestHead head) {
        if (head == null) {
            return origin == null ? null : origin.toString();
        }
        return origin == null ? head.target() : origin + path(head.target());
    }

    /** Path and query of a request target (RFC 9112 §3.2); empty for {@code *} and an authority. */
    public static String path(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int scheme = target.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        for (int i = scheme + 3; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '/') {
                return target.substring(i);
            }
            if (c == '?') {
                return "/" + target.substring(i);
            }
        }
        return "/";
    }
}

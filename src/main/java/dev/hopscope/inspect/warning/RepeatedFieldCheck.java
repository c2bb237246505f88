package dev.hopscope.inspect.warning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.meaning.Level;
import java.util.List;

/** Fields that may stand once and stand twice: programs differ in which line they read. Any thread. */
final class RepeatedFieldCheck implements ExchangeCheck {
    /** Fields whose grammar is no list (RFC 9110 §5.3); Content-Length and Host are judged elsewhere. */
    private static final List<String> SINGLE = List.of(
            "Content-Type",
            "Content-Location",
            "Content-Range",
            "Content-Disposition",
            "Date",
            "Last-Modified",
            "ETag",
            "Expires",
            "Age",
            "Location",
            "Server",
            "Retry-After",
            "Strict-Transport-Security",
            "X-Frame-Options",
            "Authorization",
            "Proxy-Authorization",
            "User-Agent",
            "Referer",
            "Origin",
            "From",
            "Max-Forwards",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "If-Range",
            "Range");

    @Override
    public void check(Evidence evidence, Warnings out) {
        check(Direction.REQUEST, evidence.requestHeaders(), out);
        check(Direction.RESPONSE, evidence.responseHeaders(), out);
    }

    private static void check(Direction direction, Headers headers, Warnings out) {
        for (String name : SINGLE) {
            int count = headers.all(name).size();
            if (count > 1) {
                out.add(
                        direction,
                        name,
                        Level.FAULT,
                        name + " stands here " + count + " times",
                        "It may stand once; programs differ in which of the lines they read.",
                        "RFC 9110 §5.3");
            }
        }
    }
}

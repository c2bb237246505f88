package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;

/** Heads and stored responses for tests, all at one moment. Pure. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final String URI = "http://shop.example/list?page=2";

    private Cases() {}

    static RequestHead get(String... fields) {
        return request("GET", fields);
    }

    static RequestHead request(String method, String... fields) {
        return new RequestHead(method, "/list?page=2", HttpVersion.HTTP_1_1, Headers.of(fields));
    }

    static ResponseHead response(int status, String... fields) {
        return new ResponseHead(HttpVersion.HTTP_1_1, status, "", Headers.of(fields));
    }

    /** Stored now. */
    static Stored stored(String... fields) {
        return new Stored(Headers.EMPTY, response(200, fields), NOW, NOW);
    }

    static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    static String date(long secondsFromNow) {
        return HttpDate.format(after(secondsFromNow));
    }
}

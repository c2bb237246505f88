package dev.hopscope.inspect.meaning;

import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Values taken apart in a setting, for tests. */
final class Decoding {
    static final Instant AT = Instant.parse("2026-11-23T20:00:00Z");

    private Decoding() {}

    static Setting setting(Direction direction, String scheme, Headers request, Headers response) {
        return new Setting(
                direction,
                new RequestHead("GET", "/cart?x=1", HttpVersion.HTTP_1_1, request),
                new ResponseHead(HttpVersion.HTTP_1_1, 200, "OK", response),
                new Origin(scheme, "shop.example", scheme.equals("https") ? 443 : 80),
                AT);
    }

    static Setting request() {
        return setting(Direction.REQUEST, "https", Headers.EMPTY, Headers.EMPTY);
    }

    static Setting response() {
        return setting(Direction.RESPONSE, "https", Headers.EMPTY, Headers.EMPTY);
    }

    static List<Part> of(String name, String value, Setting setting) {
        return Meanings.parts(new Header(name, value), setting);
    }

    /** What is said, one line a part: {@code FAULT text: words}. */
    static String said(String name, String value, Setting setting) {
        return of(name, value, setting).stream()
                .map(p -> p.level() + " " + p.text() + ": " + p.words())
                .collect(Collectors.joining("\n"));
    }

    static List<String> faults(String name, String value, Setting setting) {
        return of(name, value, setting).stream()
                .filter(p -> p.level() == Level.FAULT)
                .map(Part::words)
                .toList();
    }
}

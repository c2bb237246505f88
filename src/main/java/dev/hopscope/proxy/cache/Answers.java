package dev.hopscope.proxy.cache;

import dev.hopscope.caching.Age;
import dev.hopscope.caching.ByteRange;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Validation;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Makes responses of stored ones: the whole, a part, none of it (RFC 9111 §4, §4.3.2, §3.3). Pure. */
final class Answers {
    /** RFC 9110 §15.4.5: what describes content that a 304 does not have. */
    private static final Set<String> OF_CONTENT =
            Set.of("content-length", "content-type", "content-encoding", "content-language", "content-range");

    private Answers() {}

    static StoredAnswer of(
            RequestHead request, Stored stored, long whole, Instant now, String status, boolean validate) {
        ResponseHead old = stored.response();
        String age = Long.toString(Age.of(stored, now).current());
        if (Validation.alreadyHas(request, stored) != null) {
            ResponseHead head = head(304, "Not Modified", old.headers(), OF_CONTENT);
            return new StoredAnswer(head, Headers.of("Age", age), 0, 0, status, validate);
        }
        ByteRange held = ByteRange.held(old);
        ByteRange range = ByteRange.of(request, stored, held == null ? whole : held.whole());
        if (range != null) {
            return range(range, held == null ? 0 : held.first(), old, age, status, validate);
        }
        boolean bare = old.status() == 204;
        ResponseHead head = head(old.status(), old.reason(), old.headers(), bare ? Set.of("content-length") : Set.of());
        Headers added = bare || old.headers().has("Content-Length")
                ? Headers.of("Age", age)
                : Headers.of("Age", age, "Content-Length", Long.toString(whole));
        boolean without = bare || request.method().equals("HEAD");
        return new StoredAnswer(head, added, 0, without ? 0 : whole, status, validate);
    }

    /** @param begin where what is stored begins in the whole */
    private static StoredAnswer range(
            ByteRange range, long begin, ResponseHead old, String age, String status, boolean validate) {
        boolean none = range.unsatisfiable();
        long length = none ? 0 : range.length();
        ResponseHead head = none
                ? head(416, "Range Not Satisfiable", old.headers(), OF_CONTENT)
                : head(206, "Partial Content", old.headers(), Set.of("content-length", "content-range"));
        Headers added = Headers.of("Age", age, "Content-Range", range.field(), "Content-Length", Long.toString(length));
        return new StoredAnswer(head, added, none ? 0 : range.first() - begin, length, status, validate);
    }

    private static ResponseHead head(int status, String reason, Headers stored, Set<String> without) {
        Stream<Header> lines = stored.stream()
                .filter(h -> !h.is("Age") && !without.contains(h.name().toLowerCase(Locale.ROOT)));
        return new ResponseHead(HttpVersion.HTTP_1_1, status, reason, Headers.copyOf(lines.toList()));
    }
}

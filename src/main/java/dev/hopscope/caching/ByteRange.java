package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a representation: that a request asks for of what is stored, or that a partial response holds (RFC 9110 §14, RFC 9111 §3.3). Immutable.
 *
 * @param first the first octet; {@link #unsatisfiable} where it lies behind the end
 * @param last the last octet, inclusive
 * @param whole octets of the whole content
 */
public record ByteRange(long first, long last, long whole) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** What part a 206 holds; null where it is none, holds several, or does not say of how many octets in all (RFC 9110 §14.4). */
    public static @Nullable ByteRange held(ResponseHead response) {
        List<String> lines = response.headers().all("Content-Range");
        Matcher m = CONTENT.matcher(lines.size() == 1 ? lines.getFirst().strip() : "");
        if (response.status() != 206 || !m.matches()) {
            return null;
        }
        ByteRange part =
                new ByteRange(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), Long.parseLong(m.group(3)));
        return part.first <= part.last && part.last < part.whole ? part : null;
    }

    /** The part of a stored part that a request asks for; null where it asks for more than that, or for the whole. */
    static @Nullable ByteRange within(RequestHead request, Stored stored) {
        ByteRange held = held(stored.response());
        ByteRange asked = held == null ? null : of(request, stored, held.whole);
        boolean there = held != null
                && asked != null
                && !asked.unsatisfiable()
                && asked.first >= held.first
                && asked.last <= held.last;
        return there ? asked : null;
    }

    /** Null where the whole is to be sent: no Range, several ranges, one that is not well formed, or an If-Range that does not match (RFC 9110 §13.1.5, §14.2). */
    public static @Nullable ByteRange of(RequestHead request, Stored stored, long whole) {
        String range = request.headers().first("Range");
        if (range == null
                || !request.method().equals("GET")
                || stored.response().status() != 200 && stored.response().status() != 206
                || !conditionHolds(request.headers(), stored)) {
            return null;
        }
        Matcher m = ONE.matcher(range);
        if (!m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
            return null;
        }
        if (m.group(1).isEmpty()) {
            long suffix = Long.parseLong(m.group(2));
            return new ByteRange(suffix == 0 ? whole : Math.max(0, whole - suffix), whole - 1, whole);
        }
        long first = Long.parseLong(m.group(1));
        long last = m.group(2).isEmpty() ? whole - 1 : Long.parseLong(m.group(2));
        return last < first && !m.group(2).isEmpty() ? null : new ByteRange(first, Math.min(last, whole - 1), whole);
    }

    public boolean unsatisfiable() {
        return first >= whole;
    }

    public long length() {
        return last - first + 1;
    }

    /** The value of Content-Range. */
    public String field() {
        return unsatisfiable() ? "bytes */" + whole : "bytes " + first + "-" + last + "/" + whole;
    }

    /** RFC 9110 §13.1.5: by strong comparison. */
    private static boolean conditionHolds(Headers asked, Stored stored) {
        String condition = asked.first("If-Range");
        if (condition == null) {
            return true;
        }
        if (condition.indexOf('"') >= 0) {
            return !condition.startsWith("W/")
                    && condition.equals(Validation.etag(stored.response().headers()));
        }
        return condition.equals(stored.response().headers().first("Last-Modified"));
    }
}

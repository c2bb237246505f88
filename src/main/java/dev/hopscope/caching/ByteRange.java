package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stored whole response that a request asks for (RFC 9110 §14, RFC 9111 §3.3). Immutable.
 *
 * @param first the first octet; {@link #unsatisfiable} where it lies behind the end
 * @param last the last octet, inclusive
 * @param whole octets of the whole content
 */
public record ByteRange(long first, long last, long whole) {
    private static final Pattern ONE =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** Null where the whole is to be sent: no Range, several ranges, one that is not well formed, or an If-Range that does not match (RFC 9110 §13.1.5, §14.2). */
    public static @Nullable ByteRange of(RequestHead request, Stored stored, long whole) {
        String range = request.headers().first("Range");
        if (range == null
                || !request.method().equals("GET")
                || stored.response().status() != 200
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

package dev.hopscope.caching;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asking the origin whether a stored response is still current, and what its answer means (RFC 9111 §4.3). Pure functions; any thread. Asks nobody. */
public final class Validation {
    /** The fields of a request that make it conditional (RFC 9110 §13.1). */
    public static final Set<String> CONDITIONS =
            Set.of("if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range");

    /** RFC 9111 §3.2: what is not taken from a 304, since it says what the octets stored are. */
    private static final Set<String> NOT_UPDATED = Set.of("content-length", "content-range", "content-encoding");

    private Validation() {}

    /** The lines to ask with (RFC 9111 §4.3.1); none where there is no validator. */
    public static Headers conditions(Stored stored) {
        Headers headers = stored.response().headers();
        Headers.Builder lines = Headers.builder();
        String etag = etag(headers);
        if (etag != null) {
            lines.add("If-None-Match", etag);
        }
        String modified = headers.first("Last-Modified");
        if (modified != null && stored.date("Last-Modified") != null) {
            lines.add("If-Modified-Since", modified);
        }
        return lines.build();
    }

    /** Whether a 304 to such a question is about the stored response (RFC 9111 §4.3.4). */
    public static Reason selects(Stored stored, ResponseHead notModified) {
        String theirs = etag(notModified.headers());
        String ours = etag(stored.response().headers());
        boolean other = theirs != null && ours != null && !opaque(theirs).equals(opaque(ours));
        return other
                ? Reason.response(Rule.OTHER_VALIDATOR, notModified.headers(), "ETag")
                : Reason.response(Rule.NOT_MODIFIED, notModified.headers(), theirs == null ? "Last-Modified" : "ETag");
    }

    /** Whether a 200 to HEAD is about the stored response (RFC 9111 §4.3.5). */
    public static Reason headSelects(Stored stored, ResponseHead head) {
        for (String field : List.of("ETag", "Last-Modified", "Content-Length")) {
            String theirs = head.headers().first(field);
            String ours = stored.response().headers().first(field);
            if (theirs != null && ours != null && !theirs.equals(ours)) {
                return Reason.response(Rule.HEAD_DIFFERS, head.headers(), field);
            }
        }
        return Reason.of(Rule.HEAD_FRESHENS);
    }

    /**
     * The stored response with the fields of a 304, or of a 200 to HEAD (RFC 9111 §3.2).
     *
     * @param requested when the question was sent
     * @param received when the answer came
     */
    public static Stored updated(
            Stored stored, ResponseHead answer, Instant requested, Instant received, CachingOptions options) {
        Headers news = Storing.kept(answer, received, options).headers();
        Set<String> replaced = new HashSet<>(Set.of("age"));
        news.forEach(h -> replaced.add(h.name().toLowerCase(Locale.ROOT)));
        replaced.removeAll(NOT_UPDATED);
        List<Header> lines = new ArrayList<>();
        ResponseHead old = stored.response();
        old.headers().stream()
                .filter(h -> !replaced.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(lines::add);
        news.stream()
                .filter(h -> replaced.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(lines::add);
        ResponseHead head = new ResponseHead(old.version(), old.status(), old.reason(), Headers.copyOf(lines));
        return new Stored(stored.selecting(), head, requested, received);
    }

    /** Whether a line of a 304 is among those that replace stored ones. */
    public static boolean updates(String name) {
        return !NOT_UPDATED.contains(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the client has the response already, by its own conditions (RFC 9111 §4.3.2, RFC 9110 §13.2.2): then a 304 answers it.
     *
     * @return why, or null where the whole response is to be sent
     */
    public static @Nullable Reason alreadyHas(RequestHead request, Stored stored) {
        Headers asked = request.headers();
        if (stored.response().status() != 200) {
            return null;
        }
        if (asked.has("If-None-Match")) {
            return noneMatches(asked, etag(stored.response().headers()))
                    ? null
                    : Reason.request(Rule.CONDITION_MET, asked, "If-None-Match");
        }
        String since = asked.first("If-Modified-Since");
        Instant given = since == null ? null : HttpDate.parse(since, stored.received());
        if (given == null) {
            return null;
        }
        Instant modified = stored.date("Last-Modified");
        Instant changed = modified == null ? stored.date() : modified;
        return changed.isAfter(given) ? null : Reason.request(Rule.CONDITION_MET, asked, "If-Modified-Since");
    }

    /** RFC 9110 §13.1.2: by weak comparison. */
    private static boolean noneMatches(Headers asked, @Nullable String etag) {
        for (String line : asked.all("If-None-Match")) {
            if (line.strip().equals("*")) {
                return false;
            }
            for (String tag : EntityTags.of(line)) {
                if (etag != null && opaque(tag).equals(opaque(etag))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a strong ETag says that both are of the same octets (RFC 9110 §8.8.3.2). */
    public static boolean sameRepresentation(Stored a, Stored b) {
        String tag = etag(a.response().headers());
        return tag != null
                && !tag.startsWith("W/")
                && tag.equals(etag(b.response().headers()));
    }

    /** The ETag as on the wire; null where there is none to compare with (RFC 9110 §8.8.3). */
    public static @Nullable String etag(Headers headers) {
        String etag = headers.first("ETag");
        return etag == null || etag.isBlank() ? null : etag;
    }

    /** The tag without the mark of a weak one, for weak comparison (RFC 9110 §8.8.3.2). */
    public static String opaque(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }
}

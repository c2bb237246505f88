package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an unsafe request makes out of date (RFC 9111 §4.4). Pure; any thread. Removes nothing. */
public final class Invalidation {
    private static final Set<String> SAFE =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "REPORT", "SEARCH");

    private Invalidation() {}

    /**
     * The URIs to invalidate: the target, and what Location and Content-Location name on the same origin.
     *
     * @param uri the target as an absolute URI
     */
    public static Set<String> targets(RequestHead request, String uri, ResponseHead response) {
        boolean succeeded = response.status() >= 200 && response.status() < 400;
        if (SAFE.contains(request.method()) || !succeeded) {
            return Set.of();
        }
        Set<String> targets = new LinkedHashSet<>(List.of(uri));
        Headers headers = response.headers();
        for (String field : List.of("Location", "Content-Location")) {
            String value = headers.first(field);
            String named = value == null ? null : resolve(uri, value);
            if (named != null && sameOrigin(uri, named)) {
                targets.add(named);
            }
        }
        return targets;
    }

    /** The absolute URI that a reference means, without fragment; null where it is none. */
    static @Nullable String resolve(String base, String reference) {
        if (reference.isBlank()) {
            return base; // java.net.URI would drop the last segment (RFC 3986 §5.2.2)
        }
        try {
            URI uri = new URI(base).resolve(new URI(reference.strip()));
            String text = uri.toString();
            int fragment = text.indexOf('#');
            return fragment < 0 ? text : text.substring(0, fragment);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null; // no URI names nothing
        }
    }

    /** RFC 9110 §4.3.1; a foreign origin's entries are not for this one to remove. */
    private static boolean sameOrigin(String a, String b) {
        return origin(a).equalsIgnoreCase(origin(b));
    }

    private static String origin(String uri) {
        int slash = uri.indexOf('/', uri.indexOf("://") + 3);
        return slash < 0 ? uri : uri.substring(0, slash);
    }
}

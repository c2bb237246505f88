package dev.hopscope.caching;

import dev.hopscope.exchange.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a response is fresh, and what says so (RFC 9111 §4.2.1). Immutable.
 *
 * @param seconds from its date; 0 where it is never fresh
 * @param source {@link Rule#S_MAXAGE}, {@link Rule#MAX_AGE}, {@link Rule#EXPIRES}, {@link Rule#HEURISTIC}, or why there is none
 */
public record Lifetime(long seconds, Reason source) {
    private static final Set<Rule> EXPLICIT =
            EnumSet.of(Rule.S_MAXAGE, Rule.MAX_AGE, Rule.EXPIRES, Rule.INVALID_LIFETIME, Rule.INVALID_EXPIRES);

    /** Whether the response itself says it (RFC 9111 §4.2.1), readable or not. */
    public boolean explicit() {
        return EXPLICIT.contains(source.rule());
    }

    public static Lifetime of(Stored stored, CachingOptions options) {
        Headers headers = stored.response().headers();
        CacheControl control = CacheControl.ofResponse(headers, options);
        if (options.shared() && control.has("s-maxage")) {
            return directive(control, headers, "s-maxage", Rule.S_MAXAGE);
        }
        if (control.has("max-age")) {
            return directive(control, headers, "max-age", Rule.MAX_AGE);
        }
        if (headers.has("Expires") && !control.targeted()) {
            return expires(stored, headers);
        }
        return heuristic(stored, control, headers, options);
    }

    private static Lifetime directive(CacheControl control, Headers headers, String name, Rule rule) {
        long seconds = control.seconds(name);
        return seconds == CacheControl.UNREADABLE
                ? new Lifetime(0, Reason.said(Rule.INVALID_LIFETIME, control, headers, name))
                : new Lifetime(seconds, Reason.said(rule, control, headers, name));
    }

    private static Lifetime expires(Stored stored, Headers headers) {
        Instant until = stored.date("Expires");
        if (until == null) {
            return new Lifetime(0, Reason.response(Rule.INVALID_EXPIRES, headers, "Expires"));
        }
        long seconds = Duration.between(stored.date(), until).toSeconds();
        return new Lifetime(Math.max(0, seconds), Reason.response(Rule.EXPIRES, headers, "Expires"));
    }

    private static Lifetime heuristic(Stored stored, CacheControl control, Headers headers, CachingOptions options) {
        @Nullable Instant modified = stored.date("Last-Modified");
        boolean allowed = Statuses.heuristicallyFresh(stored.response().status()) || control.has("public");
        if (modified == null || !allowed) {
            return new Lifetime(0, Reason.of(Rule.NO_LIFETIME));
        }
        long since = Math.max(0, Duration.between(modified, stored.date()).toSeconds());
        long seconds = Math.min(
                since * options.heuristicPercent() / 100,
                options.heuristicMost().toSeconds());
        return new Lifetime(seconds, Reason.response(Rule.HEURISTIC, headers, "Last-Modified"));
    }
}

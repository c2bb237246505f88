package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.cache.CacheUse;
import dev.hopscope.proxy.cache.HttpCache;
import dev.hopscope.proxy.protocol.ConnectionContext;
import dev.hopscope.proxy.protocol.Self;
import dev.hopscope.proxy.upstream.Route;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request under a cache: its part in it, and the head to send with the question of the cache. On one event loop, for one exchange. Asks nobody. */
final class CachedRequest {
    private final RequestHead received;
    private final byte[] codes;
    private final Requests.Judged judged;
    private final ForwardedRequest.Plan plan;
    private final CacheUse use;
    private ForwardedRequest forwarded;

    private CachedRequest(
            RequestHead received,
            byte[] codes,
            Requests.Judged judged,
            ForwardedRequest.Plan plan,
            ForwardedRequest forwarded,
            CacheUse use) {
        this.received = received;
        this.codes = codes;
        this.judged = judged;
        this.plan = plan;
        this.forwarded = forwarded;
        this.use = use;
    }

    /** Null without a cache, and for what is not forwarded. */
    static @Nullable CachedRequest of(
            ConnectionContext context, RequestHead received, byte[] codes, Requests.Judged judged) {
        HttpCache cache = context.engine().cache().get();
        ForwardedRequest forwarded = judged.forwarded();
        Route route = judged.route();
        Target target = judged.target();
        ForwardedRequest.Plan plan = judged.plan();
        if (cache == null || cache.broken() || forwarded == null || route == null || target == null || plan == null) {
            return null;
        }
        boolean plain = judged.framing().kind() == Framing.Kind.NONE && !forwarded.upgrade();
        String uri = judged.origin() + target.path();
        String scope = scope(judged, route, context.engine().options().get().insecure());
        byte[] kept = Arrays.copyOf(codes, received.headers().size());
        RequestHead asked = withoutOptions(received, codes);
        return new CachedRequest(received, kept, judged, plan, forwarded, cache.use(uri, scope, asked, plain));
    }

    /** The request without the fields that its Connection names: the origin does not see them, so its response was not chosen by them. */
    private static RequestHead withoutOptions(RequestHead received, byte[] codes) {
        List<String> named = ConnectionOptions.of(received.headers(), codes).named().stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .toList();
        if (named.isEmpty()) {
            return received;
        }
        List<Header> seen = received.headers().stream()
                .filter(h -> !named.contains(h.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new RequestHead(received.method(), received.target(), received.version(), Headers.copyOf(seen));
    }

    /**
     * What a response is good for beside its URI. A client that says one host in its tunnel or its TLS and another in the request must not fill the cache for the
     * other; a client of another machine is not given what only this one may reach; and what came from an unverified origin answers only while that is allowed.
     */
    private static @Nullable String scope(Requests.Judged judged, Route route, boolean insecure) {
        Endpoint named = judged.origin().endpoint();
        boolean alias = named.host().equals(Self.LOCAL_ALIAS);
        boolean same = alias || named.equals(route.target());
        boolean sameName = route.serverName() == null || route.serverName().equalsIgnoreCase(named.host());
        if (!same || !sameName || judged.origin().secure() != (route.purpose() == Route.Purpose.HTTPS)) {
            return null;
        }
        return (route.restricted() ? "remote " : "")
                + (insecure && judged.origin().secure() ? "unverified " : "");
    }

    CacheUse use() {
        return use;
    }

    /** The head to send. */
    ForwardedRequest forwarded() {
        use.forwarded(Instant.now());
        return forwarded;
    }

    /** Puts the question of the cache in; none to leave the request as it came. */
    void ask(Headers conditions) {
        forwarded = asking(conditions);
    }

    private ForwardedRequest asking(Headers conditions) {
        ForwardedRequest plain = judged.forwarded();
        return conditions.isEmpty() && plain != null
                ? plain
                : ForwardedRequest.of(received, codes, judged.options(), plan.asking(conditions));
    }

    /**
     * Has what answered validated in the background.
     *
     * @param answered the exchange it answered, null where that is not recorded
     */
    void validate(@Nullable ExchangeId answered, ClientConnection client) {
        CacheUse validation = use.validation();
        Route route = judged.route();
        if (validation != null && route != null) {
            ForwardedRequest question = asking(validation.conditions());
            new Validation(client, validation, judged.origin(), route, received, question, answered).begin();
        }
    }
}

package dev.hopscope.proxy.protocol;

import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.cache.HttpCache;
import dev.hopscope.proxy.tls.InterceptionPolicy;
import dev.hopscope.proxy.tls.LeafCertificates;
import dev.hopscope.proxy.upstream.Upstream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every connection of a running proxy shares.
 *
 * @param options the options in force now
 * @param self where this proxy listens
 * @param cache the cache in force now; it gives null where there is none
 */
public record Engine(
        Supplier<ProxyOptions> options,
        ExchangeSink events,
        BodySink bodies,
        Upstream upstream,
        LeafCertificates leaves,
        InterceptionPolicy interception,
        LocalPages pages,
        Supplier<Self> self,
        Supplier<@Nullable HttpCache> cache) {
    /** Without a cache. */
    public Engine(
            Supplier<ProxyOptions> options,
            ExchangeSink events,
            BodySink bodies,
            Upstream upstream,
            LeafCertificates leaves,
            InterceptionPolicy interception,
            LocalPages pages,
            Supplier<Self> self) {
        this(options, events, bodies, upstream, leaves, interception, pages, self, () -> null);
    }
}

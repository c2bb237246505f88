package dev.hopscope.proxy.server;

import dev.hopscope.proxy.BodySink;
import dev.hopscope.proxy.ExchangeSink;
import dev.hopscope.proxy.LocalPages;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.tls.InterceptionPolicy;
import dev.hopscope.proxy.tls.LeafCertificates;
import dev.hopscope.proxy.upstream.Upstream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What a proxy is put together from. Immutable.
 *
 * @param options those in force; the server replaces them, the other parts read them
 * @param trust takes the fingerprint of an origin certificate to accept for this run
 */
public record Parts(
        AtomicReference<ProxyOptions> options,
        ExchangeSink events,
        BodySink bodies,
        LocalPages pages,
        Transport transport,
        Upstream upstream,
        LeafCertificates leaves,
        InterceptionPolicy interception,
        Consumer<String> trust) {}

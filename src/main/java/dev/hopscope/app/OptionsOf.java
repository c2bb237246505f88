package dev.hopscope.app;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.CacheOptions;
import dev.hopscope.proxy.ProxyLimits;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.UpstreamProxy;
import dev.hopscope.settings.ConfigFolder;
import dev.hopscope.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings in the words of the proxy. Any thread. */
final class OptionsOf {
    private OptionsOf() {}

    static ProxyOptions settings(Settings settings, ConfigFolder folder, boolean insecure) {
        Settings.Proxy proxy = settings.proxy();
        Settings.Interception interception = settings.interception();
        return new ProxyOptions(
                proxy.host(),
                proxy.port(),
                interception.on(),
                interception.ignoreHosts(),
                interception.allowHosts(),
                proxy.upstreamCa().stream().map(Path::of).toList(),
                insecure,
                upstream(proxy.upstream()),
                limits(proxy.limits()),
                cache(settings.cache(), folder));
    }

    private static @Nullable CacheOptions cache(Settings.Cache cache, ConfigFolder folder) {
        return cache.on()
                ? new CacheOptions(folder.cache(), cache.bytes(), !cache.privateUse(), cache.targets())
                : null;
    }

    private static @Nullable UpstreamProxy upstream(Settings.@Nullable Upstream upstream) {
        return upstream == null
                ? null
                : new UpstreamProxy(
                        new Endpoint(upstream.host(), upstream.port()), upstream.user(), upstream.password());
    }

    private static ProxyLimits limits(Settings.Limits limits) {
        return new ProxyLimits(
                limits.headBytes(),
                limits.headerCount(),
                Duration.ofMillis(limits.headTimeout()),
                Duration.ofMillis(limits.idleTimeout()),
                Duration.ofMillis(limits.responseTimeout()),
                Duration.ofMillis(limits.tunnelIdleTimeout()),
                Duration.ofMillis(limits.connectTimeout()),
                Duration.ofMillis(limits.tlsTimeout()),
                Duration.ofMillis(limits.sniffTimeout()),
                limits.connections());
    }
}

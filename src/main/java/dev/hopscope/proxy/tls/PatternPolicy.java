package dev.hopscope.proxy.tls;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.proxy.ProxyOptions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens tunnels as the options say: not at all, not ignored hosts, or allowed ones only; ignoring wins. Any thread. Knows nothing of what the tunnel carries.
 */
public final class PatternPolicy implements InterceptionPolicy {
    private record Compiled(List<String> ignore, List<String> allow, HostPatterns ignored, HostPatterns allowed) {}

    private final Supplier<ProxyOptions> options;
    private volatile @Nullable Compiled compiled;

    /**
     * @param options those in force now
     * @throws IllegalArgumentException where a pattern cannot be parsed
     */
    public PatternPolicy(Supplier<ProxyOptions> options) {
        this.options = options;
        compiledFor(options.get());
    }

    @Override
    public @Nullable PassReason passes(Endpoint target, @Nullable String sni) {
        ProxyOptions now = options.get();
        if (!now.intercept()) {
            return new PassReason(PassReason.Code.INTERCEPTION_OFF, "");
        }
        Compiled patterns = compiledFor(now);
        String text = target.toString();
        String ignored = patterns.ignored.found(text, sni);
        if (ignored != null) {
            return new PassReason(PassReason.Code.IGNORED_HOST, ignored);
        }
        if (patterns.allowed.isEmpty() || patterns.allowed.found(text, sni) != null) {
            return null;
        }
        return new PassReason(PassReason.Code.NOT_AN_ALLOWED_HOST, "");
    }

    private Compiled compiledFor(ProxyOptions now) {
        Compiled known = compiled;
        if (known != null && known.ignore.equals(now.ignoreHosts()) && known.allow.equals(now.allowHosts())) {
            return known;
        }
        Compiled fresh = new Compiled(
                now.ignoreHosts(),
                now.allowHosts(),
                new HostPatterns(now.ignoreHosts()),
                new HostPatterns(now.allowHosts()));
        compiled = fresh;
        return fresh;
    }
}

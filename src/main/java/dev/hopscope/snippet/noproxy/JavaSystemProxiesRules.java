package dev.hopscope.snippet.noproxy;

import java.util.List;

/** A JVM with -Djava.net.useSystemProxies=true; stateless. */
final class JavaSystemProxiesRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "java-huc-sysproxies",
                "Java with java.net.useSystemProxies",
                "25.0.3",
                "Reads GNOME's settings, never the environment: always direct without them.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return Decision.direct("Always direct: useSystemProxies reads desktop settings, not variables.");
    }
}

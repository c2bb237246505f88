package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Java 17 HttpURLConnection with the system properties; stateless. */
final class Java17HucRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("java17-huc", "Java 17 HttpURLConnection", "17.0.15", JavaNonProxyHosts.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return JavaHuc.decide(environment, url);
    }
}

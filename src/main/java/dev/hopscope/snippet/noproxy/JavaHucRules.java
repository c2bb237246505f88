package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Java HttpURLConnection with the system properties; stateless. */
final class JavaHucRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("java-huc", "Java HttpURLConnection", "25.0.3", JavaNonProxyHosts.RULE);
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

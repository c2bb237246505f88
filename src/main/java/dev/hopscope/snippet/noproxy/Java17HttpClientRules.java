package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Java 17 HttpClient with the system properties; stateless. */
final class Java17HttpClientRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("java17-httpclient", "Java 17 HttpClient", "17.0.15", JavaNonProxyHosts.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return JavaHttpClient.decide(environment, url);
    }
}

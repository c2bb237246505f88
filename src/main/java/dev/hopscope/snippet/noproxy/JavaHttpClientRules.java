package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Java HttpClient with the system properties; stateless. */
final class JavaHttpClientRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("java-httpclient", "Java HttpClient", "25.0.3", JavaNonProxyHosts.RULE);
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

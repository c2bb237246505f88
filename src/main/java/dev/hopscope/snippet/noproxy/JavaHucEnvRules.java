package dev.hopscope.snippet.noproxy;

import java.util.List;

/** A JVM that is given no system property; stateless. */
final class JavaHucEnvRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "java-huc-env",
                "Java HttpURLConnection, environment only",
                "25.0.3",
                "Reads no environment variable: without http.proxyHost always direct.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return Decision.direct("Always direct: the JVM reads no proxy variable.");
    }
}

package dev.hopscope.snippet.noproxy;

import java.util.List;

/** got 16 has no proxy support of its own; stateless. */
final class GotRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "got", "got (Node)", "16.1.0", "No proxy support of its own: always direct, whatever the environment.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return Decision.direct("Always direct: got has no proxy support of its own.");
    }
}

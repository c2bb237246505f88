package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 20 ignores NODE_USE_ENV_PROXY; stateless. */
final class Node20HttpRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "node20-http",
                "Node 20 http",
                "20.20.2",
                "Ignores the environment, NODE_USE_ENV_PROXY included: always direct.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return Decision.direct("Always direct: Node 20 reads no proxy variable.");
    }
}

package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 24 without NODE_USE_ENV_PROXY; stateless. */
final class Node24FetchPlainRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "node24-fetch-plain",
                "Node 24 fetch without NODE_USE_ENV_PROXY",
                "24.21.0",
                "Ignores the environment unless NODE_USE_ENV_PROXY=1 or --use-env-proxy is given: always direct.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return Decision.direct("Always direct: Node reads the variables only with NODE_USE_ENV_PROXY=1.");
    }
}

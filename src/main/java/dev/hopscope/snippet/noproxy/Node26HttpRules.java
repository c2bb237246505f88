package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 26's http and https modules with NODE_USE_ENV_PROXY=1; stateless. */
final class Node26HttpRules implements NoProxyClient {
    private static final NodeHttp HTTP = new NodeHttp(new UndiciAgent(UndiciNoProxy.EIGHT_TEN, true, false), true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "node26-http",
                "Node 26 http and https (NODE_USE_ENV_PROXY)",
                "26.10.0",
                "Commas separate; a bare entry is exact, host or host:port; .x means x and its subdomains; *.x"
                        + " only subdomains; a-b is a range of IPv4 addresses; * anywhere means all; IPv6 without"
                        + " brackets; no CIDR.");
    }

    @Override
    public List<String> variables(String scheme) {
        return NodeHttp.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return HTTP.decide(environment, url);
    }
}

package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 22's http and https modules with NODE_USE_ENV_PROXY=1; stateless. */
final class Node22HttpRules implements NoProxyClient {
    private static final NodeHttp HTTP = new NodeHttp(new UndiciAgent(UndiciNoProxy.SIX, false, true), false);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "node22-http",
                "Node 22 http and https (NODE_USE_ENV_PROXY)",
                "22.23.3",
                "Commas separate; a bare entry is exact, host or host:port; .x means x and its subdomains, without"
                        + " regard to the dot; *.x only subdomains; a-b is a range of IPv4 addresses; * anywhere means"
                        + " all; IPv6 without brackets; no CIDR.");
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

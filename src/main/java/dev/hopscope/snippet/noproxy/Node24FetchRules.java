package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 24's fetch with NODE_USE_ENV_PROXY=1, which is undici 7; stateless. */
final class Node24FetchRules implements NoProxyClient {
    private static final UndiciAgent AGENT = new UndiciAgent(UndiciNoProxy.SEVEN, true, true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "node24-fetch",
                "Node 24 fetch (NODE_USE_ENV_PROXY)",
                "24.21.0 (undici 7.29)",
                "Commas and blanks separate; x, .x and *.x all mean x and its subdomains; host:port with the effective"
                        + " port; * counts only as the whole value; IPv6 in brackets; no ranges.");
    }

    @Override
    public List<String> variables(String scheme) {
        return UndiciAgent.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        String broken = NodeHttp.lineBreak(environment, "http");
        return broken != null ? Decision.error(broken) : AGENT.decide(environment, url);
    }
}

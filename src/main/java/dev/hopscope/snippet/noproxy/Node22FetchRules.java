package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 22's fetch with NODE_USE_ENV_PROXY=1, which is undici 6; stateless. */
final class Node22FetchRules implements NoProxyClient {
    private static final UndiciAgent AGENT = new UndiciAgent(UndiciNoProxy.SIX, false, true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "node22-fetch",
                "Node 22 fetch (NODE_USE_ENV_PROXY)",
                "22.23.3 (undici 6.28)",
                "Commas and blanks separate; a bare entry is exact; a leading * is dropped, and what then begins with"
                        + " a dot or had a * is a plain suffix; host:port with the effective port; IPv6 in brackets; no"
                        + " ranges.");
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

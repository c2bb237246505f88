package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Node 26's fetch with NODE_USE_ENV_PROXY=1, which is undici 8.10: an https:// proxy fails there; stateless. */
final class Node26FetchRules implements NoProxyClient {
    private static final UndiciAgent AGENT = new UndiciAgent(UndiciNoProxy.EIGHT_TEN, true, false);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "node26-fetch",
                "Node 26 fetch (NODE_USE_ENV_PROXY)",
                "26.10.0 (undici 8.10.2)",
                "Commas and blanks separate; x, .x and *.x all mean x and its subdomains; brackets and trailing dots"
                    + " are dropped; host:port with the effective port; * counts only as the whole value; no ranges.");
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

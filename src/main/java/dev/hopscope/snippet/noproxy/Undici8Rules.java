package dev.hopscope.snippet.noproxy;

import java.util.List;

/** undici 8.12 with its EnvHttpProxyAgent; stateless. */
final class Undici8Rules implements NoProxyClient {
    private static final UndiciAgent AGENT = new UndiciAgent(UndiciNoProxy.EIGHT_TWELVE, true, true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "undici8",
                "undici 8 EnvHttpProxyAgent",
                "8.12.4",
                "Commas and blanks separate; x and .x mean x and its subdomains, *.x only those; brackets and trailing"
                        + " dots are dropped; host:port with the effective port; * anywhere means all; no ranges.");
    }

    @Override
    public List<String> variables(String scheme) {
        return UndiciAgent.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return AGENT.decide(environment, url);
    }
}

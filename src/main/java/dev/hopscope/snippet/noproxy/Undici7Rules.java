package dev.hopscope.snippet.noproxy;

import java.util.List;

/** undici 7.30 with its EnvHttpProxyAgent; stateless. */
final class Undici7Rules implements NoProxyClient {
    private static final UndiciAgent AGENT = new UndiciAgent(UndiciNoProxy.SEVEN, true, true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "undici7",
                "undici 7 EnvHttpProxyAgent",
                "7.30.2",
                "Commas and blanks separate; x, .x and *.x all mean x and its subdomains; host:port with the effective"
                        + " port; * counts only as the whole value; IPv6 in brackets; no ranges.");
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

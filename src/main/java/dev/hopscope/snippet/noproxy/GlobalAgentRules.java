package dev.hopscope.snippet.noproxy;

import java.util.List;

/** global-agent 4 with an empty variable namespace; stateless. */
final class GlobalAgentRules implements NoProxyClient {
    private static final GlobalAgent AGENT = new GlobalAgent(false);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "global-agent",
                "global-agent 4",
                "4.1.3",
                "Upper-case variables only; commas and blanks separate; .x is read as *x; * stands for any text; !x"
                        + " negates; a port counts only where the URL's is neither 80 nor 443;"
                        + " an IPv6 literal in the URL fails once NO_PROXY is set.");
    }

    @Override
    public List<String> variables(String scheme) {
        return GlobalAgent.variables(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return AGENT.decide(environment, url);
    }
}

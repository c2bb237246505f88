package dev.hopscope.snippet.noproxy;

import java.util.List;

/** global-agent 3 with an empty variable namespace; stateless. */
final class GlobalAgent3Rules implements NoProxyClient {
    private static final GlobalAgent AGENT = new GlobalAgent(true);

    @Override
    public ClientCard card() {
        return new ClientCard(
                "global-agent-3",
                "global-agent 3",
                "3.0.0",
                "Upper-case variables only; commas and blanks separate; .x is read as *x; * stands for any text; !x"
                        + " negates; a port counts only where the URL's is neither 80 nor 443;"
                        + " an empty entry, also a blank at either end, makes every request fail.");
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

package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Ruby 3.1 open-uri: as Net::HTTP, but by the URL's own scheme, and only through {@code http://} proxies; stateless. */
final class RubyOpenUriRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("ruby-open-uri", "Ruby open-uri", "3.1.7", RubyNetHttpRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return RubyProxy.names(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return RubyNetHttpRules.decide(environment, url, names, Target.of(url).scheme(), true);
    }
}

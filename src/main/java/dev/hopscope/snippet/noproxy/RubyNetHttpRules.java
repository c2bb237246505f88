package dev.hopscope.snippet.noproxy;

import java.util.List;

/** Ruby 3.1 Net::HTTP ({@code proxy_uri} in net/http.rb): asks for {@code http_proxy} even for https; stateless. */
final class RubyNetHttpRules implements NoProxyClient {
    static final String RULE =
            "Resolves the host first: what resolves to 127.* or ::1 is always direct; commas, blanks and colons"
                    + " separate; a name means itself and its subdomains, .x only those; an address or IPv4 range is"
                    + " compared with the resolved address; * means nothing.";

    @Override
    public ClientCard card() {
        return new ClientCard("ruby-net-http", "Ruby Net::HTTP", "3.1.7", RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return RubyProxy.names("http");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return decide(environment, url, names, "http", false);
    }

    /** The decision of both Ruby clients. */
    static Decision decide(
            ProxyEnvironment environment, String url, Resolver names, String scheme, boolean onlyHttpProxies) {
        Target target = Target.of(url);
        if (!Ascii.pure(url)) {
            return Decision.error("URI.parse refuses a URL with other than ASCII characters.");
        }
        Variable proxy = RubyProxy.variable(environment, scheme);
        if (proxy == null) {
            return Decision.noVariable();
        }
        Bypass bypass = RubyProxy.bypass(environment, target, names);
        if (bypass.decides()) {
            return Decision.bypassed(bypass, target.bareHost());
        }
        RubyProxy.RubyUri uri = RubyProxy.parse(proxy.value());
        if (uri == null || uri.port() < 0 || (onlyHttpProxies && !uri.scheme().equals("http"))) {
            return Decision.through(proxy.name(), ProxyReading.refused(proxy.value()));
        }
        String host = uri.host();
        return Decision.through(proxy.name(), new ProxyReading.Reached(host == null ? "" : host, uri.port()));
    }
}

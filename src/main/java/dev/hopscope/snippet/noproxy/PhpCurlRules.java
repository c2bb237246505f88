package dev.hopscope.snippet.noproxy;

import java.util.List;

/** PHP's curl extension: libcurl's environment handling unchanged; stateless. */
final class PhpCurlRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard("php-curl", "PHP curl extension", "PHP 8.2.36, libcurl 7.88.1", CurlRules.RULE);
    }

    @Override
    public List<String> variables(String scheme) {
        return CurlRules.names(scheme);
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        return CurlRules.decide(environment, Target.of(url), null);
    }
}

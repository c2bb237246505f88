package dev.hopscope.snippet.noproxy;

import java.net.URI;

/**
 * {@code java.net.http.HttpClient} of JDK 17 and 25: the default proxy selector, on a URI that must have a host; pure
 * functions.
 */
final class JavaHttpClient {
    private JavaHttpClient() {}

    static Decision decide(ProxyEnvironment environment, String url) {
        URI uri = JavaNonProxyHosts.uri(url);
        String host = uri == null ? null : uri.getHost();
        if (uri == null || host == null) {
            return Decision.error("HttpClient refuses a URI whose host is not one by RFC 2396.");
        }
        boolean https = "https".equals(uri.getScheme());
        if (https && host.endsWith(".")) {
            return Decision.error("HttpClient cannot name a host with a trailing dot in TLS.");
        }
        Bypass bypass = JavaNonProxyHosts.check(environment.nonProxyHosts(), host);
        if (!bypass.decides() && https && host.startsWith("[")) {
            return Decision.error("HttpClient fails on https to an IPv6 literal through a proxy.");
        }
        return JavaNonProxyHosts.configured(bypass);
    }
}

package dev.hopscope.snippet.noproxy;

import java.net.URI;

/** {@code HttpURLConnection} of JDK 17 and 25: the default proxy selector on the URL as a URI; pure functions. */
final class JavaHuc {
    private JavaHuc() {}

    static Decision decide(ProxyEnvironment environment, String url) {
        URI uri = JavaNonProxyHosts.uri(url);
        String host = uri == null ? null : JavaNonProxyHosts.host(uri);
        if (host == null) {
            return Decision.error("HttpURLConnection refuses a URL without a host.");
        }
        Bypass bypass = JavaNonProxyHosts.check(environment.nonProxyHosts(), host);
        if (bypass.decides() && !Ascii.pure(host)) {
            return Decision.error("HttpURLConnection looks the host up as it is written, and fails.");
        }
        return JavaNonProxyHosts.configured(bypass);
    }
}

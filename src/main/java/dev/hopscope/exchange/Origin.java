package dev.hopscope.exchange;

/**
 * Whom a request is for: scheme, host and port (RFC 9110 §4.3.1).
 *
 * @param scheme {@code http} or {@code https}, lower case
 */
public record Origin(String scheme, Endpoint endpoint) {
    public Origin(String scheme, String host, int port) {
        this(scheme, new Endpoint(host, port));
    }

    public String host() {
        return endpoint.host();
    }

    public int port() {
        return endpoint.port();
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** The port a URI of this scheme means when it names none (RFC 9110 §4.2). */
    public int defaultPort() {
        return secure() ? 443 : 80;
    }

    /** Host, and port only where it is not the scheme's: what belongs into a Host field (RFC 9110 §7.2). */
    public String authority() {
        if (port() != defaultPort()) {
            return endpoint.toString();
        }
        return host().indexOf(':') >= 0 ? "[" + host() + "]" : host();
    }

    /** {@code scheme://authority}. */
    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}

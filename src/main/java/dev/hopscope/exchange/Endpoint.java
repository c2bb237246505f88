package dev.hopscope.exchange;

/**
 * A host and a port, as in the authority of a CONNECT request (RFC 9110 §9.3.6). IPv6 addresses are held without brackets.
 *
 * @param host a name or an address literal, never empty
 * @param port 0 to 65535; 0 only where the port is not known
 */
public record Endpoint(String host, int port) {
    public Endpoint {
        if (host.isEmpty() || port < 0 || port > 65535) {
            throw new IllegalArgumentException("endpoint " + host + " port " + port);
        }
    }

    /** {@code host:port}, with brackets around an IPv6 address. */
    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}

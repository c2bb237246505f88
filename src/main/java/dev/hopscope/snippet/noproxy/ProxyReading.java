package dev.hopscope.snippet.noproxy;

/** What a client makes of the value of a proxy variable; immutable data; opens no connection. */
sealed interface ProxyReading {
    /**
     * The address the client connects to.
     *
     * @param host without brackets; empty means this machine
     * @param port may be out of range: then the connection fails
     */
    record Reached(String host, int port) implements ProxyReading {
        String hostPort() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** The client fails. */
    record Refused(String why) implements ProxyReading {}

    /** The client passes over the value and goes direct. */
    record Ignored(String why) implements ProxyReading {}

    static ProxyReading refused(String value) {
        return new Refused("The client refuses the proxy address " + value + ".");
    }

    static ProxyReading ignored(String value) {
        return new Ignored("The client ignores the proxy address " + value + ".");
    }
}

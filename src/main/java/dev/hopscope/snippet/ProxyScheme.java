package dev.hopscope.snippet;

import java.util.Locale;

/** How a client speaks to the proxy; immutable. */
public enum ProxyScheme {
    /** HTTP, in clear text up to the proxy. */
    HTTP,
    /** HTTP within TLS up to the proxy. */
    HTTPS,
    /** SOCKS 5; the proxy looks names up. */
    SOCKS5H;

    /** As in a URL: {@code http}, {@code https}, {@code socks5h}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The scheme of this word.
     *
     * @throws IllegalArgumentException in words
     */
    public static ProxyScheme of(String word) {
        for (ProxyScheme scheme : values()) {
            if (scheme.word().equals(word)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no scheme of a proxy: http, https or socks5h.");
    }
}

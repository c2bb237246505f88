package dev.hopscope.snippet.noproxy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code sun.net.spi.DefaultProxySelector} of JDK 17 and 25: {@code http.nonProxyHosts}, which also rules https; pure
 * functions. The environment is not read.
 */
final class JavaNonProxyHosts {
    private JavaNonProxyHosts() {}

    static final String RULE =
            "Reads no environment variable; nonProxyHosts is split at |, compared with the whole host in any case, *"
                    + " only at the start or the end, IPv6 in brackets; localhost, 127.*, [::1], 0.0.0.0 and [::0] are"
                    + " added unless it is set to nothing; no ports or ranges.";
    private static final String BUILT_IN = "localhost|127.*|[::1]|0.0.0.0|[::0]";

    /**
     * The entry that takes this host past the proxy.
     *
     * @param property null: not set; empty: no exceptions at all
     */
    static Bypass check(@Nullable String property, String host) {
        if (property != null && property.isEmpty()) {
            return Bypass.NONE;
        }
        String lower = host.toLowerCase(Locale.ROOT);
        for (String entry : (property == null ? BUILT_IN : property + "|" + BUILT_IN).split("\\|")) {
            if (!entry.isEmpty() && matches(entry.toLowerCase(Locale.ROOT), lower)) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private static boolean matches(String entry, String host) {
        boolean front = entry.startsWith("*");
        boolean back = entry.endsWith("*");
        if (entry.equals("*")) {
            return true;
        }
        String text = entry.substring(front ? 1 : 0, entry.length() - (back ? 1 : 0));
        if (front && back) {
            return host.contains(text);
        }
        return front ? host.endsWith(text) : back ? host.startsWith(text) : host.equals(text);
    }

    /** The URL as {@code java.net.URI} reads it; null where it has no host by RFC 2396 or is no URI. */
    static @Nullable URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException refused) {
            return null;
        }
    }

    /** Host of a URI; where Java finds none (an underscore, say), the text of its authority without user and port. */
    static @Nullable String host(URI uri) {
        String host = uri.getHost();
        String authority = uri.getRawAuthority();
        if (host != null || authority == null) {
            return host;
        }
        String rest = authority.substring(authority.indexOf('@') + 1);
        int colon = rest.lastIndexOf(':');
        return colon < 0 ? rest : rest.substring(0, colon);
    }

    static Decision configured(Bypass bypass) {
        return bypass.decides()
                ? Decision.bypassed(bypass)
                : Decision.proxy(
                        null,
                        ProxyEnvironment.CONFIGURED_PROXY,
                        "Goes to the proxy set by http.proxyHost or https.proxyHost.");
    }

    static List<String> noVariables() {
        return List.of();
    }
}

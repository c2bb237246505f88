package dev.hopscope.proxy.protocol;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.InnerOrigins;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;

/**
 * What the running proxy calls itself: where it listens, and its mark in Via (RFC 9110 §7.6.3). Immutable, any thread. Resolves no names.
 *
 * @param address where clients reach it, with the port really bound
 * @param hosts names and address literals that mean this machine at that port, lower case
 * @param token tells this run from other Hopscopes in a chain
 */
public record Self(Endpoint address, Set<String> hosts, String token) {
    /** The site of the local pages. */
    public static final String SITE = "hopscope.test";

    /** Stands for this machine, since many clients never send {@code localhost} to a proxy. */
    public static final String LOCAL_ALIAS = "local.hopscope.test";

    /** Whether a target is on this machine whatever the upstream proxy is: what only Hopscope's own names mean. */
    public static boolean staysHere(Endpoint target) {
        return target.host().equals(LOCAL_ALIAS) || plain(target.host()).equals(InnerOrigins.PLAYGROUND);
    }

    public Self {
        hosts = Set.copyOf(hosts);
    }

    /** The value Hopscope adds to Via. */
    public String via() {
        return "1.1 hopscope (" + token + ")";
    }

    /** Whether a connection to this target would come back to the proxy, as far as can be told without resolving names. */
    public boolean isAt(Endpoint target) {
        return target.port() == address.port() && hosts.contains(plain(target.host()));
    }

    /** Whether a Host of this name and port may be served local pages (a guard against DNS rebinding). */
    public boolean answersTo(Endpoint host) {
        return isAt(host) || isSite(host);
    }

    /** Whether a request for this target gets a local page through the proxy. */
    public static boolean isSite(Endpoint target) {
        return plain(target.host()).equals(SITE);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** An address as {@link #hosts} holds it. */
    public static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}

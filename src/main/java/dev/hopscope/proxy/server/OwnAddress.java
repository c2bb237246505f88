package dev.hopscope.proxy.server;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.proxy.protocol.Self;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Under which names and addresses a bound proxy is reached. Pure but for a look at the network interfaces. Opens nothing. */
final class OwnAddress {
    private static final String TOKEN = token();

    private OwnAddress() {}

    private static String token() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** A proxy that does not listen is nowhere. */
    static Self unbound() {
        return new Self(new Endpoint("localhost", 0), Set.of(), TOKEN);
    }

    /** @param host the address or name as the settings have it */
    static Self of(String host, InetSocketAddress bound) {
        Set<String> hosts = new HashSet<>();
        hosts.add("localhost");
        hosts.add(host.toLowerCase(Locale.ROOT));
        hosts.add(Self.literal(bound.getAddress()));
        if (bound.getAddress().isAnyLocalAddress()) {
            hosts.add("127.0.0.1");
            hosts.add("::1");
            addInterfaces(hosts);
        }
        return new Self(new Endpoint(shown(host, bound), bound.getPort()), hosts, TOKEN);
    }

    private static String shown(String host, InetSocketAddress bound) {
        return bound.getAddress().isAnyLocalAddress() ? "127.0.0.1" : host;
    }

    private static void addInterfaces(Set<String> hosts) {
        try {
            NetworkInterface.networkInterfaces()
                    .forEach(i -> i.inetAddresses().forEach(a -> hosts.add(Self.literal(a))));
            hosts.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (SocketException | java.net.UnknownHostException e) {
            System.getLogger(OwnAddress.class.getName())
                    .log(System.Logger.Level.WARNING, "the addresses of this machine cannot be read", e);
        }
    }

    /** What is risky about an address, null if nothing. */
    static @Nullable String warning(InetSocketAddress bound) {
        return bound.getAddress().isLoopbackAddress()
                ? null
                : "Other machines can reach this proxy and send requests through it. Listen on 127.0.0.1 unless that"
                        + " is wanted.";
    }
}

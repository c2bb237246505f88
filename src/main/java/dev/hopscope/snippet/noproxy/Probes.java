package dev.hopscope.snippet.noproxy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** URLs and addresses to try a list with; pure functions; decides nothing. */
final class Probes {
    private Probes() {}

    static String portWords(@Nullable Integer port) {
        return port == null ? "" : " on port " + port;
    }

    static boolean portMeant(Target target, @Nullable Integer port) {
        return port == null || port == target.port();
    }

    /** Both schemes on their own port, or the one port that is meant. */
    static List<String> inside(List<String> hosts, @Nullable Integer port) {
        List<String> urls = new ArrayList<>();
        for (String host : hosts) {
            if (port == null) {
                urls.addAll(List.of("http://" + host + "/", "https://" + host + "/", "http://" + host + ":8080/"));
            } else if (port == 80) {
                urls.add("http://" + host + "/");
            } else if (port == 443) {
                urls.add("https://" + host + "/");
            } else {
                urls.addAll(List.of("http://" + host + ":" + port + "/", "https://" + host + ":" + port + "/"));
            }
        }
        return urls;
    }

    /** Other hosts, and the same hosts on another port where one is meant. */
    static List<String> outside(List<String> hosts, List<String> inside, @Nullable Integer port) {
        List<String> urls = new ArrayList<>();
        hosts.forEach(host -> urls.addAll(inside(List.of(host), port)));
        if (port != null) {
            int other = port == 8181 ? 8282 : 8181;
            for (String url : inside) {
                Target target = Target.of(url);
                urls.add(target.scheme() + "://" + target.host() + ":" + other + "/");
            }
        }
        return urls;
    }

    static List<String> withPorts(List<String> plain, @Nullable Integer port) {
        if (port == null) {
            return plain;
        }
        List<String> ported = new ArrayList<>();
        plain.forEach(entry -> ported.add(entry + ":" + port));
        return ported;
    }

    static String host(String address) {
        return address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    }

    static byte[] bytes(String address) {
        return Objects.requireNonNull(Addresses.literal(address));
    }

    static String text(byte[] address) {
        return address.length == 4 ? Addresses.dotted(address) : Addresses.compressed(address);
    }

    /** The first or last address of the network this one is in. */
    static byte[] edge(byte[] address, int bits, boolean last) {
        byte[] edge = address.clone();
        for (int i = bits; i < edge.length * 8; i++) {
            int mask = 1 << (7 - i % 8);
            edge[i / 8] = (byte) (last ? edge[i / 8] | mask : edge[i / 8] & ~mask);
        }
        return edge;
    }

    /** The address so many steps on; empty where there is none. */
    static Optional<String> neighbour(byte[] address, int steps) {
        BigInteger value = new BigInteger(1, address).add(BigInteger.valueOf(steps));
        if (value.signum() < 0 || value.bitLength() > address.length * 8) {
            return Optional.empty();
        }
        byte[] raw = value.toByteArray();
        byte[] neighbour = new byte[address.length];
        for (int i = 1; i <= Math.min(raw.length, neighbour.length); i++) {
            neighbour[neighbour.length - i] = raw[raw.length - i];
        }
        return Optional.of(text(neighbour));
    }

    static List<String> all(byte[] first, int count) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            neighbour(first, i).ifPresent(all::add);
        }
        return all;
    }
}

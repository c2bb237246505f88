package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is to go past the proxy, by intent and not by spelling; immutable. Gives the URLs that must and must
 * not go direct, and the spellings clients might understand.
 */
public sealed interface Wanted {
    /** The port it is limited to; null: every port. */
    @Nullable
    Integer port();

    /** In words. */
    String words();

    /** URLs that must go direct. */
    List<String> inside();

    /** Whether this URL is among what is meant. */
    boolean covers(String url);

    /** URLs that must not, because the spelling might catch them by accident. */
    List<String> outside();

    /** Whether it does no harm that this URL goes direct as well: what is loopback too, for a wanted thing that is. */
    default boolean tolerates(String url) {
        return false;
    }

    /** Entries that some client reads as this, the shortest and most usual first. */
    List<String> spellings();

    /** Which hosts of a domain are meant. */
    enum Extent {
        /** The name alone. */
        ITSELF,
        /** The name and everything below it. */
        WITH_SUBDOMAINS,
        /** Only what is below it. */
        ONLY_SUBDOMAINS
    }

    /**
     * A name.
     *
     * @param name without dots at its ends, lower case
     */
    record Name(String name, Extent extent, @Nullable Integer port) implements Wanted {
        public Name {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            String which = switch (extent) {
                case ITSELF -> name;
                case WITH_SUBDOMAINS -> name + " and its subdomains";
                case ONLY_SUBDOMAINS -> "the subdomains of " + name;
            };
            return which + Probes.portWords(port);
        }

        @Override
        public List<String> inside() {
            List<String> hosts = new ArrayList<>();
            if (extent != Extent.ONLY_SUBDOMAINS) {
                hosts.add(name);
            }
            if (extent != Extent.ITSELF) {
                hosts.add("www." + name);
                hosts.add("a.b." + name);
            }
            return Probes.inside(hosts, port);
        }

        @Override
        public boolean covers(String url) {
            Target target = Target.of(url);
            boolean below = target.host().endsWith("." + name);
            boolean meant = switch (extent) {
                case ITSELF -> target.host().equals(name);
                case WITH_SUBDOMAINS -> below || target.host().equals(name);
                case ONLY_SUBDOMAINS -> below;
            };
            return meant && Probes.portMeant(target, port);
        }

        /** RFC 6761 §6.3: what is below localhost is loopback; a name without a dot is known on this machine alone. */
        @Override
        public boolean tolerates(String url) {
            String host = Target.of(url).host();
            return name.equals("localhost")
                    && host.endsWith(name)
                    && (host.endsWith("." + name) || host.indexOf('.') < 0);
        }

        @Override
        public List<String> outside() {
            List<String> hosts = new ArrayList<>(List.of("not" + name, name + ".evil.test", "other.test", "192.0.2.7"));
            if (extent == Extent.ITSELF) {
                hosts.add("www." + name);
            }
            if (extent == Extent.ONLY_SUBDOMAINS) {
                hosts.add(name);
            }
            return Probes.outside(hosts, inside(), port);
        }

        @Override
        public List<String> spellings() {
            List<String> plain = new ArrayList<>(List.of(name, "." + name, "*." + name));
            if (extent == Extent.WITH_SUBDOMAINS) {
                plain.add("*" + name);
            }
            return Probes.withPorts(plain, port);
        }
    }

    /**
     * One address.
     *
     * @param address an IPv4 or IPv6 literal without brackets
     */
    record Address(String address, @Nullable Integer port) implements Wanted {
        public Address {
            byte[] literal = Addresses.literal(address);
            if (literal == null) {
                throw new IllegalArgumentException("'" + address + "' is no IPv4 or IPv6 address.");
            }
            address = literal.length == 4 ? Addresses.dotted(literal) : Addresses.compressed(literal);
        }

        private boolean ipv6() {
            return address.indexOf(':') >= 0;
        }

        @Override
        public String words() {
            return address + Probes.portWords(port);
        }

        @Override
        public List<String> inside() {
            return Probes.inside(List.of(ipv6() ? "[" + address + "]" : address), port);
        }

        @Override
        public boolean covers(String url) {
            Target target = Target.of(url);
            return target.bareHost().equals(address) && Probes.portMeant(target, port);
        }

        /** RFC 1122 §3.2.1.3: all of 127.0.0.0/8 is loopback. */
        @Override
        public boolean tolerates(String url) {
            byte[] host = Addresses.literal(Target.of(url).bareHost());
            byte[] own = Probes.bytes(address);
            return host != null && own.length == 4 && own[0] == 127 && host.length == 4 && host[0] == 127;
        }

        @Override
        public List<String> outside() {
            List<String> hosts = new ArrayList<>(List.of("other.test"));
            if (ipv6()) {
                hosts.add("[2001:db8:ffff:ffff::7]");
            } else {
                hosts.add(address.endsWith("1") ? "192.0.2.7" : address.substring(0, address.lastIndexOf('.')) + ".1");
                hosts.add(Addresses.ipv4("1" + address) == null ? "192.0.2.8" : "1" + address);
                hosts.add(Addresses.ipv4(address + "0") == null ? "192.0.2.9" : address + "0");
            }
            return Probes.outside(hosts, inside(), port);
        }

        @Override
        public List<String> spellings() {
            return ipv6()
                    ? Probes.withPorts(List.of("[" + address + "]"), port).stream()
                            .flatMap(spelling -> port == null
                                    ? java.util.stream.Stream.of(address, spelling, address + "/128")
                                    : java.util.stream.Stream.of(spelling, address))
                            .distinct()
                            .toList()
                    : Probes.withPorts(List.of(address, address + "/32"), port);
        }
    }

    /**
     * A range of addresses.
     *
     * @param network an IPv4 or IPv6 literal without brackets; bits after the prefix are dropped
     * @param bits length of the prefix
     */
    record Range(String network, int bits) implements Wanted {
        /** A range of more addresses is not written out one by one. */
        static final int LISTED = 64;

        public Range {
            byte[] literal = Addresses.literal(network);
            if (literal == null || bits < 0 || bits > literal.length * 8) {
                throw new IllegalArgumentException("'" + network + "/" + bits + "' is no range of addresses.");
            }
            network = Probes.text(Probes.edge(literal, bits, false));
        }

        private byte[] first() {
            return Probes.bytes(network);
        }

        private byte[] last() {
            return Probes.edge(first(), bits, true);
        }

        @Override
        public @Nullable Integer port() {
            return null;
        }

        @Override
        public String words() {
            return network + "/" + bits;
        }

        @Override
        public List<String> inside() {
            Set<String> hosts = new LinkedHashSet<>(List.of(
                    Probes.host(Probes.text(first())),
                    Probes.host(Probes.text(last())),
                    Probes.host(Probes.text(Probes.edge(last(), Math.min(bits + 1, first().length * 8), false)))));
            return Probes.inside(List.copyOf(hosts), null);
        }

        @Override
        public boolean covers(String url) {
            byte[] address = Addresses.literal(Target.of(url).bareHost());
            return address != null && Addresses.sameNetwork(address, first(), bits);
        }

        @Override
        public List<String> outside() {
            List<String> hosts = new ArrayList<>(List.of("other.test"));
            Probes.neighbour(first(), -1).ifPresent(below -> hosts.add(Probes.host(below)));
            Probes.neighbour(last(), 1).ifPresent(above -> hosts.add(Probes.host(above)));
            return Probes.outside(hosts, inside(), null);
        }

        @Override
        public List<String> spellings() {
            List<String> spellings = new ArrayList<>(List.of(network + "/" + bits));
            if (first().length == 4) {
                if (bits % 8 == 0 && bits > 0 && bits < 32) {
                    String[] octets = network.split("\\.", -1);
                    spellings.add(String.join(".", List.of(octets).subList(0, bits / 8)) + ".*");
                }
                spellings.add(network + "-" + Probes.text(last()));
                if (1L << (32 - bits) <= LISTED) {
                    spellings.add(String.join(",", Probes.all(first(), 1 << (32 - bits))));
                }
            }
            return spellings;
        }
    }
}

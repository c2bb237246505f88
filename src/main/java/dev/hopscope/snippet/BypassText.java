package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.noproxy.Wanted.Extent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a person writes what goes past the proxy; pure functions. {@code a.test} is the host alone, {@code .a.test} the
 * domain with everything below it, {@code *.a.test} only what is below; further addresses, CIDR ranges, and a port after
 * a colon. No client's own reading.
 */
public final class BypassText {
    private BypassText() {}

    /**
     * Reads one entry.
     *
     * @throws IllegalArgumentException in words
     */
    public static Wanted read(String typed) {
        String entry = Inputs.text("The exception", typed.strip());
        if (entry.isEmpty()) {
            throw new IllegalArgumentException("The exception is empty. Write a host, .domain, address or range.");
        }
        int slash = entry.indexOf('/');
        if (slash >= 0) {
            return range(entry, entry.substring(0, slash), entry.substring(slash + 1));
        }
        if (entry.startsWith("[")) {
            int end = entry.indexOf(']');
            String rest = end < 0 ? "" : entry.substring(end + 1);
            if (end < 0 || !(rest.isEmpty() || rest.startsWith(":"))) {
                throw new IllegalArgumentException("'" + entry + "' is no address in brackets.");
            }
            return new Wanted.Address(entry.substring(1, end), rest.isEmpty() ? null : port(entry, rest.substring(1)));
        }
        int colon = entry.indexOf(':');
        if (colon != entry.lastIndexOf(':')) {
            return new Wanted.Address(entry, null);
        }
        Integer port = colon < 0 ? null : port(entry, entry.substring(colon + 1));
        return nameOrAddress(colon < 0 ? entry : entry.substring(0, colon), port);
    }

    private static Wanted range(String entry, String network, String bits) {
        if (bits.isEmpty() || bits.length() > 3 || !bits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + entry + "' is no range of addresses, as 10.0.0.0/8 is.");
        }
        return new Wanted.Range(network, Integer.parseInt(bits));
    }

    private static int port(String entry, String digits) {
        return Inputs.port("The port of '" + entry + "',", digits);
    }

    private static Wanted nameOrAddress(String host, @Nullable Integer port) {
        if (!host.isEmpty() && host.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')) {
            return new Wanted.Address(host, port);
        }
        Extent extent = host.startsWith("*.")
                ? Extent.ONLY_SUBDOMAINS
                : host.startsWith(".") ? Extent.WITH_SUBDOMAINS : Extent.ITSELF;
        String name = switch (extent) {
            case ITSELF -> host;
            case WITH_SUBDOMAINS -> host.substring(1);
            case ONLY_SUBDOMAINS -> host.substring(2);
        };
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return new Wanted.Name(Inputs.hostName("The exception", plain), extent, port);
    }

    /** Writes an entry so that {@link #read} gives it back. */
    public static String write(Wanted wanted) {
        String port = wanted.port() == null ? "" : ":" + wanted.port();
        return switch (wanted) {
            case Wanted.Name name ->
                switch (name.extent()) {
                            case ITSELF -> name.name();
                            case WITH_SUBDOMAINS -> "." + name.name();
                            case ONLY_SUBDOMAINS -> "*." + name.name();
                        }
                        + port;
            case Wanted.Address address ->
                port.isEmpty() || !ipv6(address.address())
                        ? address.address() + port
                        : "[" + address.address() + "]" + port;
            case Wanted.Range range -> range.network() + "/" + range.bits();
        };
    }

    static boolean ipv6(String address) {
        return address.indexOf(':') >= 0;
    }

    /** Whether everything one means is among what the other means. */
    static boolean takesIn(Wanted all, Wanted one) {
        if (all.port() != null && !Objects.equals(all.port(), one.port())) {
            return false;
        }
        return switch (one) {
            case Wanted.Range range
            when all instanceof Wanted.Range wider ->
                wider.bits() <= range.bits() && one.inside().stream().allMatch(wider::covers);
            case Wanted.Name name
            when all instanceof Wanted.Name wider
                    && wider.extent() == Extent.ONLY_SUBDOMAINS
                    && wider.name().equals(name.name()) -> name.extent() == Extent.ONLY_SUBDOMAINS;
            case Wanted.Name ignored -> one.inside().stream().allMatch(all::covers);
            case Wanted.Address ignored -> one.inside().stream().allMatch(all::covers);
            case Wanted.Range ignored -> false;
        };
    }
}

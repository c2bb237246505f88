package dev.hopscope.snippet.noproxy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * aria2 1.36 ({@code inNoProxy} in src/AbstractCommand.cc, {@code HttpProxyOptionHandler}); stateless. A value it
 * cannot parse is as if it were not set.
 */
final class AriaRules implements NoProxyClient {
    @Override
    public ClientCard card() {
        return new ClientCard(
                "aria2",
                "aria2",
                "1.36.0",
                "Lower-case variables only; entries are trimmed and mean exactly that host, with a leading dot its"
                        + " subdomains; case counts; CIDR for IPv4 and IPv6; no *, no ports.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of(scheme + "_proxy", "all_proxy");
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Target target = Target.of(url);
        for (String name : variables(target.scheme())) {
            String value = environment.get(name);
            AriaUri proxy = value == null || value.isEmpty() ? null : read(value);
            if (proxy != null) {
                String host = percentEncoded(target.bareHost());
                String entry = match(environment.get("no_proxy"), host);
                if (entry != null && !HostNames.connectable(host)) {
                    return Decision.error("aria2 looks up " + host + ", and fails.");
                }
                int port = proxy.port() > 0 ? proxy.port() : proxy.scheme().equals("https") ? 443 : 80;
                return entry != null
                        ? Decision.bypassed(Bypass.by(entry))
                        : Decision.through(name, new ProxyReading.Reached(proxy.host(), port));
            }
        }
        return Decision.direct("No variable names a proxy that aria2 can read.");
    }

    private static @Nullable AriaUri read(String value) {
        boolean schemed = value.startsWith("http://") || value.startsWith("https://") || value.startsWith("ftp://");
        AriaUri uri = AriaUri.parse(schemed ? value : "http://" + value);
        return uri != null && uri.scheme().equals("ftp") && uri.port() == 0 ? new AriaUri("ftp", uri.host(), 21) : uri;
    }

    /** aria2 escapes what is not ASCII in the whole URL, the host too. */
    private static String percentEncoded(String host) {
        if (Ascii.pure(host)) {
            return host;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : host.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            encoded.append(b < 0 ? String.format("%%%02X", b & 255) : String.valueOf((char) b));
        }
        return encoded.toString();
    }

    private static byte @Nullable [] numeric(String text) {
        return text.indexOf(':') >= 0 ? Addresses.ipv6(text) : Addresses.shorthand(text);
    }

    private static @Nullable String match(@Nullable String list, String host) {
        if (list == null) {
            return null;
        }
        for (String part : list.split(",")) {
            String entry = stripped(part);
            int slash = entry.indexOf('/');
            if (!entry.isEmpty() && (slash < 0 ? nameMatches(entry, host) : inNetwork(entry, slash, host))) {
                return entry;
            }
        }
        return null;
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && " \t\r\n".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean nameMatches(String entry, String host) {
        return entry.startsWith(".") && numeric(host) == null ? host.endsWith(entry) : host.equals(entry);
    }

    private static boolean inNetwork(String entry, int slash, String host) {
        String digits = Ascii.withoutPlus(stripped(entry.substring(slash + 1)));
        byte[] network = numeric(entry.substring(0, slash));
        byte[] address = numeric(host);
        if (network == null || address == null || network.length != address.length || !Ascii.digits(digits)) {
            return false;
        }
        return Addresses.sameNetwork(address, network, Math.min(Ascii.number(digits), address.length * 8));
    }
}

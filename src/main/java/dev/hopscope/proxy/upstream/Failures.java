package dev.hopscope.proxy.upstream;

import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Phase;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can go wrong before TLS, in words. Pure, any thread. Knows nothing of certificates. */
final class Failures {
    private Failures() {}

    static UpstreamException of(Phase phase, String code, String detail) {
        return new UpstreamException(new Failure(phase, code, detail));
    }

    static UpstreamException unknownHost(String host) {
        return of(
                Phase.DNS,
                "dns-failed",
                "the name " + host
                        + " was not found: neither the name servers nor the hosts file of this machine know it");
    }

    static UpstreamException forbidden(Endpoint target, InetAddress address, String why) {
        return of(
                Phase.CONNECT,
                "target-not-allowed",
                "the target " + target + " leads to " + address.getHostAddress() + ", " + why
                        + ", which clients of other machines may not reach through Hopscope");
    }

    static UpstreamException connectTimeout(Endpoint peer, int addresses, Duration limit) {
        String whom = addresses == 1 ? peer.toString() : "any of the " + addresses + " addresses of " + peer;
        return of(Phase.CONNECT, "connect-timeout", "no connection to " + whom + " within " + seconds(limit));
    }

    /** @param causes what each address tried gave, in order; at least one */
    static UpstreamException connect(Endpoint peer, Map<InetAddress, Throwable> causes) {
        Map<InetAddress, String> codes = new LinkedHashMap<>();
        causes.forEach((address, cause) -> codes.put(address, code(cause)));
        Set<String> distinct = Set.copyOf(codes.values());
        String code = distinct.contains("connection-refused")
                ? "connection-refused"
                : distinct.contains("connect-timeout")
                        ? "connect-timeout"
                        : codes.values().iterator().next();
        String facts = causes.entrySet().stream()
                .map(e -> e.getKey().getHostAddress() + " " + words(code(e.getValue()), e.getValue()))
                .collect(Collectors.joining(", "));
        return of(Phase.CONNECT, code, "no connection to " + peer + ": " + facts);
    }

    private static String code(Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("refused")) {
            return "connection-refused";
        }
        if (text.contains("timed out")) {
            return "connect-timeout";
        }
        if (text.contains("unreachable") || text.contains("no route") || text.contains("cannot assign")) {
            return "network-unreachable";
        }
        return text.contains("reset") ? "connection-reset" : "connect-failed";
    }

    private static String words(String code, Throwable cause) {
        return switch (code) {
            case "connection-refused" -> "refused the connection (nothing listens there)";
            case "connect-timeout" -> "did not answer";
            case "network-unreachable" -> "cannot be reached from this machine";
            case "connection-reset" -> "reset the connection";
            default -> "failed with " + cause.getMessage();
        };
    }

    static String seconds(Duration limit) {
        long millis = limit.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}

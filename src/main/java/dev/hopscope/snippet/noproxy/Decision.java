package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * What one client does with one URL, and why; immutable; opens no connection.
 *
 * @param entry the entry of the list that made it direct, as the client reads it, or a built-in rule; null where no
 *     entry decided
 * @param via the variable that named the proxy; null where none did
 * @param proxy {@code host:port} the connection goes to; null unless the verdict is {@link Verdict#PROXY}
 * @param reason one sentence
 */
public record Decision(
        Verdict verdict,
        @Nullable String entry,
        @Nullable String via,
        @Nullable String proxy,
        String reason) {
    static Decision direct(String reason) {
        return new Decision(Verdict.DIRECT, null, null, null, reason);
    }

    static Decision error(String reason) {
        return new Decision(Verdict.ERROR, null, null, null, reason);
    }

    static Decision noVariable() {
        return direct("No variable names a proxy for this scheme.");
    }

    static Decision proxy(@Nullable String via, String hostPort, String reason) {
        return new Decision(Verdict.PROXY, null, via, hostPort, reason);
    }

    /** Direct or an error, as the list says; not to be called with {@link Bypass.None}. */
    static Decision bypassed(Bypass bypass) {
        return switch (bypass) {
            case Bypass.By by -> new Decision(Verdict.DIRECT, by.entry(), null, null, by.why());
            case Bypass.Fails fails -> error(fails.why());
            case Bypass.None ignored -> throw new IllegalArgumentException("nothing bypasses the proxy");
        };
    }

    /** The same, of a client that then asks the C library for the host; one that no resolver takes is reached by no way. */
    static Decision bypassed(Bypass bypass, String host) {
        Decision decision = bypassed(bypass);
        return decision.verdict() == Verdict.DIRECT && !HostNames.connectable(HostNames.lookedUp(host))
                ? error("It goes direct, but the name " + host + " cannot be resolved.")
                : decision;
    }

    /** Where the value of a variable leads. */
    static Decision through(@Nullable String via, ProxyReading reading) {
        return switch (reading) {
            case ProxyReading.Ignored ignored -> direct(ignored.why());
            case ProxyReading.Refused refused -> error(refused.why());
            case ProxyReading.Reached reached -> reached(via, reached);
        };
    }

    private static Decision reached(@Nullable String via, ProxyReading.Reached reached) {
        String where = reached.hostPort();
        if (reached.port() < 1 || reached.port() > 65535) {
            return error("Port " + reached.port() + " cannot be connected to.");
        }
        if (!HostNames.connectable(reached.host())) {
            return error("The proxy's name " + reached.host() + " cannot be resolved.");
        }
        return proxy(via, where, "Goes to " + where + (via == null ? "." : ", named by " + via + "."));
    }
}

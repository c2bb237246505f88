package dev.hopscope.snippet.noproxy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client can read when it starts: environment variables in the order of the process environment, and for the
 * JVM {@code nonProxyHosts}. Immutable. Decides nothing: the order of look-up belongs to each client.
 *
 * @param variables by exact name; the order is that of the process environment
 * @param nonProxyHosts {@code http.nonProxyHosts}, or Maven's element of that name; null where it is not set
 */
public record ProxyEnvironment(
        Map<String, String> variables, @Nullable String nonProxyHosts) {
    public ProxyEnvironment {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The proxy a JVM or Maven is configured with where only {@code nonProxyHosts} is in question. */
    static final String CONFIGURED_PROXY = "198.51.100.1:3128";

    /**
     * All four proxy variables name one working proxy, and {@code no_proxy} and {@code NO_PROXY} hold the same value.
     *
     * @param noProxy null: both unset
     */
    public static ProxyEnvironment withNoProxy(@Nullable String noProxy, @Nullable String nonProxyHosts) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : new String[] {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"}) {
            variables.put(name, "http://" + CONFIGURED_PROXY);
        }
        if (noProxy != null) {
            variables.put("no_proxy", noProxy);
            variables.put("NO_PROXY", noProxy);
        }
        return new ProxyEnvironment(variables, nonProxyHosts);
    }

    /** The same value as Java and Maven are given it: bars for commas, no blanks around entries, no empty entries. */
    public static @Nullable String nonProxyHostsFor(@Nullable String noProxy) {
        if (noProxy == null) {
            return null;
        }
        StringBuilder bars = new StringBuilder();
        for (String entry : noProxy.split(",", -1)) {
            String trimmed = Blanks.stripPython(entry);
            if (!trimmed.isEmpty()) {
                bars.append(bars.isEmpty() ? "" : "|").append(trimmed);
            }
        }
        return bars.toString();
    }

    /** The value of exactly this variable; null where it is not set. */
    public @Nullable String get(String name) {
        return variables.get(name);
    }

    boolean isSet(String name) {
        return variables.containsKey(name);
    }

    /** Set and not empty. */
    boolean hasValue(String name) {
        String value = variables.get(name);
        return value != null && !value.isEmpty();
    }

    /** The first of these variables that is set and not empty. */
    @Nullable
    Variable firstWithValue(String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null && !value.isEmpty()) {
                return new Variable(name, value);
            }
        }
        return null;
    }

    /** The first of these variables that is set, be it to nothing. */
    @Nullable
    Variable firstSet(String... names) {
        for (String name : names) {
            String value = variables.get(name);
            if (value != null) {
                return new Variable(name, value);
            }
        }
        return null;
    }
}

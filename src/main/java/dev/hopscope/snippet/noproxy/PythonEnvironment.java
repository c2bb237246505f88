package dev.hopscope.snippet.noproxy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code urllib.request.getproxies_environment} and {@code proxy_bypass_environment} (3.11), which requests,
 * httpx and aiohttp build upon; immutable once read.
 */
final class PythonEnvironment {
    private final Map<String, Variable> proxies = new HashMap<>();

    /** Any spelling of {@code X_proxy} counts; one that ends in lower case wins, and hides the others when empty. */
    PythonEnvironment(ProxyEnvironment environment) {
        environment.variables().forEach((name, value) -> {
            if (proxyVariable(name) && !value.isEmpty()) {
                proxies.put(key(name), new Variable(name, value));
            }
        });
        if (environment.isSet("REQUEST_METHOD")) {
            proxies.remove("http");
        }
        environment.variables().forEach((name, value) -> {
            if (proxyVariable(name) && name.endsWith("_proxy")) {
                if (value.isEmpty()) {
                    proxies.remove(key(name));
                } else {
                    proxies.put(key(name), new Variable(name, value));
                }
            }
        });
    }

    private static boolean proxyVariable(String name) {
        int underscore = name.length() - 6;
        return underscore > 0
                && name.charAt(underscore) == '_'
                && Ascii.equalIgnoringCase(name.substring(underscore + 1), "proxy");
    }

    private static String key(String name) {
        return Ascii.lower(name.substring(0, name.length() - 6));
    }

    /** The winner for a scheme, {@code all} or {@code no}; null where there is none. */
    @Nullable
    Variable proxy(String key) {
        return proxies.get(key);
    }

    /** {@code no_proxy} as read; null where there is none. */
    @Nullable
    String noProxy() {
        Variable list = proxies.get("no");
        return list == null ? null : list.value();
    }

    /**
     * {@code proxy_bypass_environment}.
     *
     * @param written the host as the caller hands it over, with or without port
     */
    static Bypass bypass(@Nullable String list, String written) {
        if (list == null) {
            return Bypass.NONE;
        }
        if (list.equals("*")) {
            return Bypass.by("*");
        }
        String host = written.toLowerCase(java.util.Locale.ROOT);
        int colon = host.lastIndexOf(':');
        // _splitport takes an empty port too
        boolean port = colon >= 0 && host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        String hostOnly = port ? host.substring(0, colon) : host;
        for (String part : list.split(",", -1)) {
            String entry = Blanks.stripPython(part);
            String name = Ascii.withoutLeading(entry, '.').toLowerCase(java.util.Locale.ROOT);
            boolean matches = hostOnly.equals(name)
                    || host.equals(name)
                    || hostOnly.endsWith("." + name)
                    || host.endsWith("." + name);
            if (!entry.isEmpty() && matches) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    /** The variables of a scheme in the order of preference. */
    static java.util.List<String> names(String scheme, boolean all) {
        String upper = scheme.toUpperCase(java.util.Locale.ROOT);
        return all
                ? java.util.List.of(scheme + "_proxy", upper + "_PROXY", "all_proxy", "ALL_PROXY")
                : java.util.List.of(scheme + "_proxy", upper + "_PROXY");
    }
}

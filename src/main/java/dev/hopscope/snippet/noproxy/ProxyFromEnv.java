package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The npm package proxy-from-env, which axios and proxy-agent build upon; pure functions; makes no connection. */
final class ProxyFromEnv {
    private ProxyFromEnv() {}

    private static final Pattern HOST_PORT = Pattern.compile("^(.+):([0-9]+)$");

    static List<String> variables(String scheme) {
        String upper = scheme.equals("http") ? "HTTP_PROXY" : "HTTPS_PROXY";
        return List.of(scheme + "_proxy", upper, "all_proxy", "ALL_PROXY");
    }

    /** The variable the package takes; null where there is none. */
    static @Nullable Variable variable(ProxyEnvironment environment, String scheme, boolean versionOne) {
        if (!versionOne) {
            return environment.firstWithValue(variables(scheme).toArray(String[]::new));
        }
        String upper = scheme.equals("http") ? "HTTP_PROXY" : "HTTPS_PROXY";
        return environment.firstWithValue(
                "npm_config_" + scheme + "_proxy",
                "NPM_CONFIG_" + upper,
                scheme + "_proxy",
                upper,
                "npm_config_proxy",
                "NPM_CONFIG_PROXY",
                "all_proxy",
                "ALL_PROXY");
    }

    static String list(ProxyEnvironment environment, boolean versionOne) {
        Variable list = versionOne
                ? environment.firstWithValue("npm_config_no_proxy", "NPM_CONFIG_NO_PROXY", "no_proxy", "NO_PROXY")
                : environment.firstWithValue("no_proxy", "NO_PROXY");
        return list == null ? "" : JavaScriptText.lower(list.value());
    }

    /**
     * {@code shouldProxy}.
     *
     * @param list in lower case
     * @param host with the brackets of an IPv6 literal
     */
    static Bypass check(String list, String host, int port) {
        if (list.equals("*")) {
            return Bypass.by("*");
        }
        for (String entry : JavaScriptText.splitAtCommasAndBlanks(list)) {
            Matcher ported = HOST_PORT.matcher(entry);
            boolean has = ported.find();
            int entryPort = has ? Ascii.number(ported.group(2)) : 0;
            if (!entry.isEmpty()
                    && (entryPort == 0 || entryPort == port)
                    && matches(has ? ported.group(1) : entry, host)) {
                return Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }

    private static boolean matches(String name, String host) {
        if (name.startsWith("*")) {
            return host.endsWith(name.substring(1));
        }
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name);
    }

    /** The value with the scheme of the URL where it has none. */
    static String withScheme(String value, String scheme) {
        return value.contains("://") ? value : scheme + "://" + value;
    }
}

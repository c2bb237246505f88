package dev.hopscope.snippet.noproxy;

import org.jspecify.annotations.Nullable;

/**
 * What git hands to libcurl for the address of a proxy ({@code http.c} and {@code credential.c} of git 2.39): it takes
 * the host out of the URL itself; pure functions.
 */
final class GitProxyUrl {
    private GitProxyUrl() {}

    static ProxyReading read(String value) {
        boolean encrypted = value.startsWith("https");
        String host = host(value.contains("://") ? value : "http://" + value);
        if (host == null) {
            return ProxyReading.refused(value);
        }
        return host.isEmpty() ? ProxyReading.ignored(value) : CurlProxyUrl.read(host, encrypted);
    }

    /** git itself ends with an error, before libcurl sees the list. */
    static boolean dies(String value) {
        return host(value.contains("://") ? value : "http://" + value) == null;
    }

    private static @Nullable String host(String url) {
        int start = url.indexOf("://") + 3;
        if (start == 3) {
            return null;
        }
        int slash = start;
        while (slash < url.length() && "/?#".indexOf(url.charAt(slash)) < 0) {
            slash++;
        }
        int at = url.indexOf('@', start);
        String user = at < 0 || slash <= at ? "" : url.substring(start, at);
        String host = url.substring(at < 0 || slash <= at ? start : at + 1, slash);
        String whole = user + host + url.substring(slash);
        return whole.indexOf('\n') >= 0 || Ascii.lower(whole).contains("%0a") ? null : host;
    }
}

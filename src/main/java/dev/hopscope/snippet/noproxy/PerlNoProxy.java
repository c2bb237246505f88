package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The suffix match that Perl's LWP and HTTP::Tiny share: {@code $host =~ /\Q$domain\E$/}; pure functions. */
final class PerlNoProxy {
    private PerlNoProxy() {}

    private static final Pattern COMMA = Pattern.compile("[ \\t-\\r]*,[ \\t-\\r]*");

    /**
     * The entries of a list.
     *
     * @return empty ones at the end are dropped, those before are kept and match every host
     */
    static List<String> entries(String list) {
        return list.isEmpty() ? List.of() : List.of(COMMA.split(list));
    }

    /** The host IO::Socket::IP connects to: without brackets, and without a second port. */
    static String peer(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        int colon = host.indexOf(':');
        boolean ported = colon > 0 && colon == host.lastIndexOf(':') && Ascii.digits(host.substring(colon + 1));
        return ported ? host.substring(0, colon) : host;
    }

    static Bypass check(@Nullable String list, String host) {
        if (list == null) {
            return Bypass.NONE;
        }
        for (String entry : entries(list)) {
            if (host.endsWith(entry)) {
                return entry.isEmpty()
                        ? new Bypass.By("(empty)", "An empty entry before another matches every host.")
                        : Bypass.by(entry);
            }
        }
        return Bypass.NONE;
    }
}

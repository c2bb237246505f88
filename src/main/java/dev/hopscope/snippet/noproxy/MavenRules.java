package dev.hopscope.snippet.noproxy;

import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Maven 3.8 ({@code DefaultProxySelector.NonProxyHosts} and {@code RemoteRepository} of maven-resolver); stateless.
 * The proxy stands in settings.xml.
 */
final class MavenRules implements NoProxyClient {
    /** The resolver's own: its host ends at the first colon, so an IPv6 literal is cut short. */
    private static final Pattern URL = Pattern.compile("([^:/]+(:[^:/]{2,}+(?=://))?):(//([^@/]*@)?([^/:]+))?.*");

    @Override
    public ClientCard card() {
        return new ClientCard(
                "maven",
                "Maven",
                "3.8.7",
                "Reads no environment variable; nonProxyHosts is split at |, dots are escaped, * is any text and the"
                    + " rest a regular expression for the whole host, in any case; nothing is excepted by default.");
    }

    @Override
    public List<String> variables(String scheme) {
        return List.of();
    }

    @Override
    public Decision decide(ProxyEnvironment environment, String url, Resolver names) {
        Matcher matcher = URL.matcher(url);
        String host = matcher.matches() && matcher.group(5) != null ? matcher.group(5) : "";
        Bypass bypass = check(environment.nonProxyHosts(), host);
        return bypass.decides()
                ? Decision.bypassed(bypass)
                : Decision.proxy(null, ProxyEnvironment.CONFIGURED_PROXY, "Goes to the proxy of settings.xml.");
    }

    private static Bypass check(@Nullable String property, String host) {
        Bypass found = Bypass.NONE;
        StringTokenizer entries = new StringTokenizer(property == null ? "" : property, "|");
        while (entries.hasMoreTokens()) {
            String entry = entries.nextToken();
            try {
                String regex = entry.replace(".", "\\.").replace("*", ".*");
                if (Pattern.compile(regex, Pattern.CASE_INSENSITIVE)
                                .matcher(host)
                                .matches()
                        && !found.decides()) {
                    found = Bypass.by(entry);
                }
            } catch (PatternSyntaxException invalid) {
                return new Bypass.Fails("The entry " + entry + " is no regular expression, and the build aborts.");
            }
        }
        return found;
    }
}

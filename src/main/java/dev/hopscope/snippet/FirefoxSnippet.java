package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import dev.hopscope.snippet.quote.JsonQuoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Firefox by its policies, which end with the file, unlike preferences; stateless. */
final class FirefoxSnippet extends JsonSnippet {
    @Override
    public SnippetCard card() {
        return SnippetCard.file("firefox", "Firefox", SnippetGroup.DESKTOP, "/etc/firefox/policies/policies.json");
    }

    @Override
    List<List<String>> paths() {
        return List.of(
                        "Mode",
                        "SOCKSProxy",
                        "SOCKSVersion",
                        "UseProxyForDNS",
                        "HTTPProxy",
                        "UseHTTPProxyForAllProtocols",
                        "Passthrough")
                .stream()
                .map(name -> List.of("policies", "Proxy", name))
                .toList();
    }

    @Override
    Map<List<String>, String> members(Environment environment) {
        ProxyAddress proxy = environment.proxy();
        Map<List<String>, String> members = new LinkedHashMap<>();
        put(members, "Mode", "\"manual\"");
        if (proxy.scheme() == ProxyScheme.SOCKS5H) {
            put(members, "SOCKSProxy", JsonQuoting.of(proxy.hostPort()));
            put(members, "SOCKSVersion", "5");
            put(members, "UseProxyForDNS", "true");
        } else {
            put(members, "HTTPProxy", JsonQuoting.of(proxy.hostPort()));
            put(members, "UseHTTPProxyForAllProtocols", "true");
        }
        put(members, "Passthrough", JsonQuoting.of(String.join(", ", list(environment))));
        return members;
    }

    private static void put(Map<List<String>, String> members, String name, String raw) {
        members.put(List.of("policies", "Proxy", name), raw);
    }

    /** A bare name is the host alone, one with a dot before it what is below; ranges are CIDR (nsProtocolProxyService). */
    private static List<String> list(Environment environment) {
        List<String> entries = new ArrayList<>();
        for (Wanted wanted : environment.bypass()) {
            if (wanted instanceof Wanted.Address address && address.port() == null) {
                entries.add(address.address());
            } else {
                entries.addAll(CommonList.entries(List.of(wanted)));
            }
        }
        return environment.variables().list() ? entries : List.of();
    }

    @Override
    Rendered noted(Rendered rendered, Environment environment) {
        Rendered noted = rendered.noting(
                "On macOS and Windows the file is distribution/policies.json in the folder of Firefox. Firefox reads"
                        + " it when it starts.");
        if (environment.bypass().containsAll(BypassPresets.LOOPBACK.subList(0, 1))) {
            return withCredentials(noted, environment);
        }
        return withCredentials(
                noted.noting("Firefox leaves localhost out by itself, unless network.proxy.allow_hijacking_localhost is"
                        + " true."),
                environment);
    }

    private static Rendered withCredentials(Rendered rendered, Environment environment) {
        return environment.proxy().hasCredentials()
                ? rendered.noting("Firefox asks for user and password itself: the file holds none.")
                : rendered;
    }
}

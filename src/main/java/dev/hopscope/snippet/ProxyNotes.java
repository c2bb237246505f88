package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a measured client comes to this proxy at all, by its scheme and spelling; pure functions. */
final class ProxyNotes {
    private ProxyNotes() {}

    /** A sentence where it does not; ids of {@link Clients}. */
    static List<String> of(Environment environment, String id) {
        NoProxyClient client = Clients.byId(id).orElseThrow();
        Map<String, String> values = new LinkedHashMap<>();
        Variables.EVERY.stream()
                .filter(name -> !name.equalsIgnoreCase("no_proxy"))
                .forEach(name -> values.put(name, environment.proxy().url()));
        ProxyEnvironment set = new ProxyEnvironment(values, null);
        for (String scheme : List.of("http", "https")) {
            Decision decision = client.decide(set, scheme + "://other.test/", NameTable.LOCAL);
            if (decision.verdict() != Verdict.PROXY || !comesTo(decision, environment.proxy())) {
                return List.of(client.card().title() + " " + client.card().version() + " does not come to "
                        + environment.proxy().urlWithoutCredentials() + ": " + decision.reason());
            }
        }
        return List.of();
    }

    private static boolean comesTo(Decision decision, ProxyAddress proxy) {
        String where = String.valueOf(decision.proxy());
        return where.endsWith(":" + proxy.port()) && where.contains(proxy.host());
    }
}

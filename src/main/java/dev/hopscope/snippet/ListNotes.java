package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the measured clients make of the variables, where it is not what is meant; pure functions. */
final class ListNotes {
    /** Before the first of them one is no reader of the environment at all. */
    private static final String OTHER = "://other.test/";

    private ListNotes() {}

    /** Adds to a text of variables what clients make of it, beside its list of exceptions. */
    static Rendered on(Rendered rendered, Environment environment) {
        return on(
                rendered, environment, environment.variables().letters() == LetterCase.UPPER ? "NO_PROXY" : "no_proxy");
    }

    static Rendered on(Rendered rendered, Environment environment, String marker) {
        ProxyEnvironment set = new ProxyEnvironment(values(environment), null);
        List<NoProxyClient> readers =
                Clients.ALL.stream().filter(client -> proxied(client, set)).toList();
        Rendered noted = rendered;
        if (environment.variables().list()) {
            noted = noted.noting(marker, exceptions(environment, readers, set));
        } else {
            noted = noted.noting("no_proxy is left as it is: a value set earlier still lets traffic past Hopscope.");
        }
        List<NoProxyClient> others = new ArrayList<>(Clients.ALL);
        others.removeAll(readers);
        return others.isEmpty() ? noted : noted.noting("Not taken by: " + titles(others) + ".");
    }

    private static Map<String, String> values(Environment environment) {
        Map<String, String> values = new LinkedHashMap<>();
        environment.assignments().forEach(one -> values.put(one.name(), one.value()));
        return values;
    }

    private static boolean proxied(NoProxyClient client, ProxyEnvironment set) {
        Map<String, String> withoutList = new LinkedHashMap<>(set.variables());
        withoutList.remove("no_proxy");
        withoutList.remove("NO_PROXY");
        ProxyEnvironment all = new ProxyEnvironment(withoutList, null);
        return List.of("http", "https").stream()
                .allMatch(scheme -> verdict(client, all, scheme + OTHER) == Verdict.PROXY);
    }

    private static Verdict verdict(NoProxyClient client, ProxyEnvironment set, String url) {
        Decision decision = client.decide(set, url, NameTable.LOCAL);
        return decision.verdict();
    }

    private static List<String> exceptions(Environment environment, List<NoProxyClient> readers, ProxyEnvironment set) {
        Map<String, List<String>> byClients = new LinkedHashMap<>();
        for (Wanted wanted : environment.bypass()) {
            List<NoProxyClient> proxying = where(
                    readers,
                    client -> wanted.inside().stream().anyMatch(url -> verdict(client, set, url) != Verdict.DIRECT));
            if (!proxying.isEmpty()) {
                byClients
                        .computeIfAbsent(titles(proxying), key -> new ArrayList<>())
                        .add(BypassText.write(wanted));
            }
        }
        return byClients.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + ": not direct in " + one.getKey() + ".")
                .toList();
    }

    private static List<NoProxyClient> where(List<NoProxyClient> clients, Predicate<NoProxyClient> condition) {
        return clients.stream().filter(condition).toList();
    }

    /** Names of clients, those of several versions once where all of them are meant. */
    private static String titles(List<NoProxyClient> clients) {
        return clients.stream().map(client -> client.card().title()).distinct().collect(Collectors.joining(", "));
    }
}

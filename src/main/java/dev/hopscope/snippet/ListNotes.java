package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.snippet.noproxy.Wanted;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        ProxyEnvironment nothing = new ProxyEnvironment(Map.of(), null);
        List<NoProxyClient> readers = Clients.ALL.stream()
                .filter(client -> proxied(client, set) && !proxied(client, nothing))
                .toList();
        Rendered noted = rendered;
        if (environment.variables().list()) {
            noted = noted.noting(marker, exceptions(environment, readers, set));
            noted = noted.noting(marker, letPast(environment, readers, set));
        } else {
            noted = noted.noting("no_proxy is left as it is: a value set earlier still lets traffic past Hopscope.");
        }
        List<NoProxyClient> others = new ArrayList<>(Clients.ALL);
        others.removeAll(readers);
        // git itself reads the variables; this is the same git with a setting
        others.removeIf(client -> client.id().equals("git-http.proxy"));
        if (environment.trust() != null) {
            // told of the proxy by JAVA_TOOL_OPTIONS and NODE_USE_ENV_PROXY
            others.removeIf(
                    client -> client.id().startsWith("java") || client.id().endsWith("-plain"));
        }
        return others.isEmpty() ? noted : noted.noting("Not taken by: " + titles(others) + ".");
    }

    private static Map<String, String> values(Environment environment) {
        Map<String, String> values = new LinkedHashMap<>();
        environment.assignments().forEach(one -> values.put(one.name(), one.value()));
        return values;
    }

    private static boolean proxied(NoProxyClient client, ProxyEnvironment set) {
        ProxyEnvironment all = withoutList(set);
        return List.of("http", "https").stream()
                .allMatch(scheme -> verdict(client, all, scheme + OTHER) == Verdict.PROXY);
    }

    private static ProxyEnvironment withoutList(ProxyEnvironment set) {
        Map<String, String> without = new LinkedHashMap<>(set.variables());
        without.remove("no_proxy");
        without.remove("NO_PROXY");
        return new ProxyEnvironment(without, null);
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

    /** What goes direct though it is neither meant nor below what is, one host a client. */
    private static List<String> letPast(Environment environment, List<NoProxyClient> readers, ProxyEnvironment set) {
        Set<String> hosts = new LinkedHashSet<>(List.of("http://203.0.113.1/", "http://203.0.113.80/"));
        environment.bypass().forEach(wanted -> hosts.addAll(wanted.outside()));
        hosts.removeIf(url -> environment.bypass().stream().anyMatch(wanted -> near(wanted, url)));
        Map<String, List<NoProxyClient>> byHost = new LinkedHashMap<>();
        for (NoProxyClient client : readers) {
            hosts.stream()
                    .filter(url -> verdict(client, set, url) == Verdict.DIRECT
                            && verdict(client, withoutList(set), url) == Verdict.PROXY)
                    .findFirst()
                    .ifPresent(url -> byHost.computeIfAbsent(URI.create(url).getHost(), key -> new ArrayList<>())
                            .add(client));
        }
        String examples = byHost.entrySet().stream()
                .map(one -> one.getKey() + " in " + titles(one.getValue()))
                .collect(Collectors.joining("; "));
        return examples.isEmpty()
                ? List.of()
                : List.of("Some take an entry for more than is meant and go direct also to " + examples + ".");
    }

    private static boolean near(Wanted wanted, String url) {
        return wanted.covers(url)
                || wanted instanceof Wanted.Name name
                        && new Wanted.Name(name.name(), Wanted.Extent.WITH_SUBDOMAINS, null).covers(url)
                || wanted instanceof Wanted.Address address && new Wanted.Address(address.address(), null).covers(url);
    }

    private static List<NoProxyClient> where(List<NoProxyClient> clients, Predicate<NoProxyClient> condition) {
        return clients.stream().filter(condition).toList();
    }

    /** Names of clients: {@code Java} where all of that name are meant, else {@code Python urllib/httpx}. */
    private static String titles(List<NoProxyClient> clients) {
        Map<String, List<String>> families = families(clients);
        Map<String, List<String>> all = families(Clients.ALL);
        return families.entrySet().stream()
                .map(one -> one.getValue().size() > 1 && one.getValue().equals(all.get(one.getKey()))
                        ? one.getKey()
                        : (one.getKey() + " " + String.join("/", one.getValue())).strip())
                .collect(Collectors.joining(", "));
    }

    /** By the first word of the title, what follows it, without what stands in brackets. */
    private static Map<String, List<String>> families(List<NoProxyClient> clients) {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (NoProxyClient client : clients) {
            String[] words =
                    client.card().title().replaceAll(" \\([^)]*\\)", "").split(" ", 2);
            List<String> rest = families.computeIfAbsent(words[0], key -> new ArrayList<>());
            String more = words.length > 1 ? words[1] : "";
            if (!rest.contains(more)) {
                rest.add(more);
            }
        }
        return families;
    }
}

package dev.hopscope.ui.environment;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.Decision;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Resolver;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every client does with every URL. Immutable; made on a background thread, since names may be looked up. Chooses no rows: the model does.
 *
 * @param list the list that was tried; null where variables were
 * @param elsewhere clients left out because they are configured apart from the variables
 */
record TesterMatrix(@Nullable String list, List<Column> columns, List<Row> rows, List<NoProxyClient> elsewhere) {
    /** @param wanted where the URL is to go: {@link Verdict#DIRECT} or {@link Verdict#PROXY} */
    record Column(String url, Verdict wanted) {}

    /** One client, and its decision for each column. */
    record Row(NoProxyClient client, List<Decision> decisions) {
        boolean wrong(List<Column> columns) {
            for (int i = 0; i < decisions.size(); i++) {
                if (decisions.get(i).verdict() != columns.get(i).wanted()) {
                    return true;
                }
            }
            return false;
        }
    }

    static TesterMatrix of(@Nullable String list, List<String> urls, List<Wanted> intent, Resolver names) {
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(list, ProxyEnvironment.nonProxyHostsFor(list));
        return of(list, environment, columns(urls, intent), Clients.ALL, List.of(), names);
    }

    static TesterMatrix of(Map<String, String> variables, List<String> urls, List<Wanted> intent, Resolver names) {
        List<NoProxyClient> reading = new ArrayList<>(Clients.ALL);
        List<NoProxyClient> elsewhere =
                reading.stream().filter(TesterMatrix::configuredElsewhere).toList();
        reading.removeAll(elsewhere);
        return of(null, new ProxyEnvironment(variables, null), columns(urls, intent), reading, elsewhere, names);
    }

    /** With no variable at all it would still use the proxy its own configuration names. */
    private static boolean configuredElsewhere(NoProxyClient client) {
        Decision decision = client.decide(new ProxyEnvironment(Map.of(), null), "http://other.test/", name -> null);
        return decision.verdict() == Verdict.PROXY;
    }

    private static TesterMatrix of(
            @Nullable String list,
            ProxyEnvironment environment,
            List<Column> columns,
            List<NoProxyClient> clients,
            List<NoProxyClient> elsewhere,
            Resolver names) {
        List<Row> rows = clients.stream()
                .map(client -> new Row(
                        client,
                        columns.stream()
                                .map(column -> client.decide(environment, column.url(), names))
                                .toList()))
                .toList();
        return new TesterMatrix(list, columns, rows, elsewhere);
    }

    private static List<Column> columns(List<String> urls, List<Wanted> intent) {
        return urls.stream()
                .map(url -> new Column(
                        url,
                        intent.stream().anyMatch(wanted -> wanted.covers(url.toLowerCase(Locale.ROOT)))
                                ? Verdict.DIRECT
                                : Verdict.PROXY))
                .toList();
    }

    /** How many of these clients do something else with this URL than is wanted. */
    long differing(int column, Set<String> clients) {
        return rows.stream()
                .filter(row -> clients.contains(row.client().id()))
                .filter(row -> row.decisions().get(column).verdict()
                        != columns.get(column).wanted())
                .count();
    }

    /** Whether these clients do different things with this URL. */
    boolean disagree(int column, Set<String> clients) {
        Set<Verdict> verdicts = new HashSet<>();
        rows.stream()
                .filter(row -> clients.contains(row.client().id()))
                .forEach(row -> verdicts.add(row.decisions().get(column).verdict()));
        return verdicts.size() > 1;
    }
}

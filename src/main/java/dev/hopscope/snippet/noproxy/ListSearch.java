package dev.hopscope.snippet.noproxy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what to write in {@code no_proxy}: tries the spellings of each wanted thing against the clients' own rules;
 * pure, on the caller's thread. Connects to nothing and looks nothing up.
 */
public final class ListSearch {
    /** Spellings combined for one wanted thing at most: every client understands one of three if any. */
    private static final int COMBINED = 3;

    /** A list of no effect: where a client fails on a URL with it, it does so with every list. */
    private static final String ANY = "any.invalid";

    private final List<Wanted> intent;
    private final Resolver names;
    private final Map<NoProxyClient, Set<Wanted>> unsaid = new HashMap<>();

    /**
     * A search for one intent.
     *
     * @param names asked by the clients that look names up
     */
    public ListSearch(List<Wanted> intent, Resolver names) {
        this.intent = withoutCovered(intent);
        this.names = names;
    }

    /** Leaves out what another wanted thing already takes in. */
    private static List<Wanted> withoutCovered(List<Wanted> intent) {
        List<Wanted> kept = new ArrayList<>(new LinkedHashSet<>(intent));
        for (Wanted wanted : List.copyOf(kept)) {
            List<String> all = new ArrayList<>(wanted.inside());
            all.addAll(wanted.outside().stream().filter(wanted::covers).toList());
            if (kept.stream().anyMatch(other -> other != wanted && all.stream().allMatch(other::covers))) {
                kept.remove(wanted);
            }
        }
        return List.copyOf(kept);
    }

    /** Told how far a search is, on its thread. */
    @FunctionalInterface
    public interface Watch {
        /**
         * Takes note.
         *
         * @param share done, 0 to 1
         * @return false where the answer is no longer wanted
         */
        boolean report(double share);
    }

    /** The shortest list for these clients, or which split is needed. */
    public ListAdvice advise(List<NoProxyClient> clients) {
        return advise(clients, share -> true);
    }

    /**
     * The same, for a search that may be given up.
     *
     * @throws CancellationException where the watch no longer wants the answer
     */
    public ListAdvice advise(List<NoProxyClient> clients, Watch watch) {
        report(watch, 0);
        List<NoProxyClient> unaffected =
                clients.stream().filter(this::neverProxies).toList();
        List<NoProxyClient> rest =
                clients.stream().filter(c -> !unaffected.contains(c)).toList();
        if (intent.isEmpty() || rest.isEmpty()) {
            String why = rest.isEmpty() ? "None of these clients uses a proxy." : "Nothing is to go past the proxy.";
            return new ListAdvice("", why, List.of(), List.of(), unaffected);
        }
        if (rest.stream().allMatch(this::deaf)) {
            List<ListAdvice.Group> groups = byMissed(rest);
            return new ListAdvice(null, statement(groups), groups, List.of(), unaffected);
        }
        String one = list(rest);
        if (one != null) {
            List<ListAdvice.Beside> beside = beside(rest);
            String statement = "All of these clients agree with " + one + "." + statementBeside(beside);
            return new ListAdvice(one, statement, List.of(), beside, unaffected);
        }
        List<ListAdvice.Group> groups = groups(rest, watch);
        List<ListAdvice.Beside> beside = beside(rest.stream()
                .filter(client -> groups.stream()
                        .noneMatch(group ->
                                group.value() == null && group.clients().contains(client)))
                .toList());
        return new ListAdvice(null, statement(groups) + statementBeside(beside), groups, beside, unaffected);
    }

    /** What no spelling sends direct; a client is not asked for it, since a list of its own would not help either. */
    private Set<Wanted> unsaid(NoProxyClient client) {
        return unsaid.computeIfAbsent(
                client,
                key -> intent.stream()
                        .filter(wanted -> !said(client, "", wanted)
                                && candidates(wanted.spellings()).stream()
                                        .noneMatch(candidate -> said(client, candidate, wanted)))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether no list changes anything for the better. */
    private boolean deaf(NoProxyClient client) {
        return !unsaid(client).isEmpty() && "".equals(list(List.of(client)));
    }

    private List<ListAdvice.Beside> beside(List<NoProxyClient> clients) {
        Map<List<String>, List<NoProxyClient>> byUnsaid = new LinkedHashMap<>();
        for (NoProxyClient client : clients) {
            List<String> words = unsaid(client).stream().map(Wanted::words).toList();
            if (!words.isEmpty()) {
                byUnsaid.computeIfAbsent(words, key -> new ArrayList<>()).add(client);
            }
        }
        List<ListAdvice.Beside> beside = new ArrayList<>();
        byUnsaid.forEach((words, deaf) -> beside.add(new ListAdvice.Beside(words, deaf)));
        return beside;
    }

    private boolean neverProxies(NoProxyClient client) {
        return verdict(client, null, "http://other.test/") == Verdict.DIRECT
                && verdict(client, null, "https://other.test/") == Verdict.DIRECT;
    }

    private Verdict verdict(NoProxyClient client, @Nullable String list, String url) {
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(list, ProxyEnvironment.nonProxyHostsFor(list));
        return client.decide(environment, url, names).verdict();
    }

    /** Whether these clients all do what is wanted with this list. */
    private boolean agree(List<NoProxyClient> clients, String list) {
        return clients.stream().allMatch(client -> intent.stream().allMatch(wanted -> serves(client, list, wanted)));
    }

    private boolean serves(NoProxyClient client, String list, Wanted wanted) {
        return (unsaid(client).contains(wanted) || said(client, list, wanted))
                && wanted.outside().stream()
                        .filter(url -> intent.stream().noneMatch(other -> other.covers(url) || other.tolerates(url)))
                        .filter(url -> verdict(client, null, url) == Verdict.PROXY)
                        .filter(url -> verdict(client, ANY, url) == Verdict.PROXY)
                        .allMatch(url -> verdict(client, list, url) == Verdict.PROXY);
    }

    private boolean said(NoProxyClient client, String list, Wanted wanted) {
        return wanted.inside().stream().allMatch(url -> verdict(client, list, url) == Verdict.DIRECT);
    }

    /** The shortest list for all of these clients; null where there is none. */
    private @Nullable String list(List<NoProxyClient> clients) {
        Set<String> entries = new LinkedHashSet<>();
        for (Wanted wanted : intent) {
            String spelled = spelled(clients, wanted);
            if (spelled == null) {
                return null;
            }
            if (!spelled.isEmpty()) {
                // an empty entry takes in every host for some
                entries.addAll(List.of(spelled.split(",")));
            }
        }
        List<String> kept = new ArrayList<>(entries);
        if (!agree(clients, String.join(",", kept))) {
            return null;
        }
        for (String entry : entries) {
            List<String> fewer = new ArrayList<>(kept);
            fewer.remove(entry);
            if (!fewer.isEmpty() && agree(clients, String.join(",", fewer))) {
                kept = fewer;
            }
        }
        return String.join(",", kept);
    }

    private @Nullable String spelled(List<NoProxyClient> clients, Wanted wanted) {
        if (clients.stream().allMatch(client -> serves(client, "", wanted))) {
            return "";
        }
        for (String candidate : candidates(wanted.spellings())) {
            if (clients.stream().allMatch(client -> serves(client, candidate, wanted))) {
                return candidate;
            }
        }
        return null;
    }

    /** All combinations of up to three spellings, the shortest first. */
    private static List<String> candidates(List<String> spellings) {
        List<String> candidates = new ArrayList<>();
        combine(spellings, 0, List.of(), candidates);
        candidates.sort(Comparator.comparingInt(String::length));
        return candidates;
    }

    private static void combine(List<String> spellings, int from, List<String> chosen, List<String> candidates) {
        if (!chosen.isEmpty()) {
            candidates.add(String.join(",", chosen));
        }
        for (int i = from; i < spellings.size() && chosen.size() < COMBINED; i++) {
            List<String> more = new ArrayList<>(chosen);
            more.add(spellings.get(i));
            combine(spellings, i + 1, more, candidates);
        }
    }

    /** Clients by the list that serves them, made as few as the lists of single clients allow. */
    private List<ListAdvice.Group> groups(List<NoProxyClient> clients, Watch watch) {
        Map<String, List<NoProxyClient>> byList = new LinkedHashMap<>();
        List<NoProxyClient> unserved = new ArrayList<>();
        int searched = 0;
        for (NoProxyClient client : clients) {
            report(watch, 0.7 * searched++ / clients.size());
            String own = list(List.of(client));
            if (own == null) {
                unserved.add(client);
            } else if (!deaf(client)) {
                byList.computeIfAbsent(own, key -> new ArrayList<>()).add(client);
            }
        }
        List<ListAdvice.Group> groups = byMissed(unserved);
        List<NoProxyClient> left = new ArrayList<>();
        byList.values().forEach(left::addAll);
        int served = left.size();
        while (!left.isEmpty()) {
            report(watch, 1 - 0.3 * left.size() / served);
            List<NoProxyClient> group = largestGroup(left, byList, watch);
            groups.add(new ListAdvice.Group(group, list(group), List.of()));
            left.removeAll(group);
        }
        // the sort is stable: largest first, and those that no list serves last
        groups.sort(Comparator.comparingInt(group -> -group.clients().size()));
        groups.sort(Comparator.comparingInt(group -> group.value() == null ? 1 : 0));
        return groups;
    }

    private List<ListAdvice.Group> byMissed(List<NoProxyClient> clients) {
        Map<List<String>, List<NoProxyClient>> byMissed = new LinkedHashMap<>();
        clients.forEach(client -> byMissed.computeIfAbsent(missed(client), key -> new ArrayList<>())
                .add(client));
        List<ListAdvice.Group> groups = new ArrayList<>();
        byMissed.forEach((missed, unserved) -> groups.add(new ListAdvice.Group(unserved, null, missed)));
        return groups;
    }

    /** Starts from the clients with one list in common and takes in others as long as one list serves all. */
    private List<NoProxyClient> largestGroup(
            List<NoProxyClient> left, Map<String, List<NoProxyClient>> byList, Watch watch) {
        List<List<NoProxyClient>> families = byList.values().stream()
                .map(family -> family.stream().filter(left::contains).toList())
                .filter(family -> !family.isEmpty())
                .sorted(Comparator.comparingInt((List<NoProxyClient> family) -> -family.size()))
                .toList();
        List<NoProxyClient> group = new ArrayList<>(families.getFirst());
        for (List<NoProxyClient> family : families.subList(1, families.size())) {
            List<NoProxyClient> larger = new ArrayList<>(group);
            larger.addAll(family);
            report(watch, 0.7);
            if (list(larger) != null) {
                group = larger;
            }
        }
        return group;
    }

    private static void report(Watch watch, double share) {
        if (!watch.report(share)) {
            throw new CancellationException();
        }
    }

    private List<String> missed(NoProxyClient client) {
        List<String> missed = intent.stream()
                .filter(wanted -> unsaid(client).contains(wanted) || spelled(List.of(client), wanted) == null)
                .map(Wanted::words)
                .toList();
        return missed.isEmpty() ? intent.stream().map(Wanted::words).toList() : missed;
    }

    private static String statement(List<ListAdvice.Group> groups) {
        String split = groups.stream()
                .map(group -> group.value() == null
                        ? "no list says " + String.join(", ", group.missed()) + " to " + titles(group.clients())
                        : group.value() + " for " + titles(group.clients()))
                .collect(Collectors.joining("; "));
        return "No one list serves all of these clients. Needed: " + split + ".";
    }

    private static String statementBeside(List<ListAdvice.Beside> beside) {
        return beside.isEmpty()
                ? ""
                : beside.stream()
                        .map(one -> String.join(", ", one.unsaid()) + " in " + titles(one.clients()))
                        .collect(Collectors.joining("; ", " Not direct even so: ", "."));
    }

    private static String titles(List<NoProxyClient> clients) {
        return clients.stream().map(client -> client.card().title()).collect(Collectors.joining(", "));
    }
}

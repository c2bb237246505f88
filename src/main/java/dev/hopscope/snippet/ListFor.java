package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Clients;
import dev.hopscope.snippet.noproxy.NameTable;
import dev.hopscope.snippet.noproxy.NoProxyClient;
import dev.hopscope.snippet.noproxy.ProxyEnvironment;
import dev.hopscope.snippet.noproxy.Verdict;
import dev.hopscope.snippet.noproxy.Wanted;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list of exceptions in the spelling of one client, and what that client cannot say; immutable. Each thing is tried
 * against the client's measured rule; where nothing says it exactly, nothing that lets other hosts past is written.
 *
 * @param notes one sentence a thing that is not said
 */
record ListFor(List<String> entries, List<String> notes) {
    /** Patterns written out for one range at most. */
    private static final int PATTERNS = 64;

    /** The list for clients that read it alike; ids of {@link Clients}. */
    static ListFor clients(List<Wanted> bypass, String... ids) {
        List<NoProxyClient> clients =
                List.of(ids).stream().map(id -> Clients.byId(id).orElseThrow()).toList();
        // Java's hosts keep their brackets, and it excepts [::1] in any case, so that any spelling would seem right
        boolean java = ids[0].startsWith("java");
        Set<String> entries = new LinkedHashSet<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        String client = clients.getFirst().card().title();
        for (Wanted wanted : bypass) {
            if (wanted instanceof Wanted.Address address
                    && BypassText.ipv6(address.address())
                    && serves(clients, "", wanted)) {
                // direct in any case, and an entry with colons is torn apart by some
                continue;
            }
            List<String> exact = first(wanted, java, list -> serves(clients, list, wanted));
            List<String> found =
                    exact.isEmpty() ? first(wanted, java, list -> servesWidely(clients, list, wanted)) : exact;
            entries.addAll(found);
            if (found.isEmpty() && !serves(clients, "", wanted)) {
                note(notes, unsaid(wanted, client), wanted);
            } else if (exact.isEmpty() && !found.isEmpty()) {
                note(notes, client + " takes a name and what is below it alike.", wanted);
            }
        }
        return new ListFor(
                List.copyOf(entries),
                notes.entrySet().stream()
                        .map(note -> String.join(", ", note.getValue()) + ": " + note.getKey())
                        .toList());
    }

    private static List<String> first(Wanted wanted, boolean bracketed, Predicate<String> serves) {
        return candidates(wanted, bracketed).stream()
                .filter(candidate -> serves.test(String.join(",", candidate)))
                .findFirst()
                .orElse(List.of());
    }

    /** Said, and what is let past besides is the name itself or below it. */
    private static boolean servesWidely(List<NoProxyClient> clients, String list, Wanted wanted) {
        return wanted instanceof Wanted.Name name
                && clients.stream().allMatch(client -> {
                    Wanted wide = new Wanted.Name(name.name(), Wanted.Extent.WITH_SUBDOMAINS, name.port());
                    return said(client, list, wanted)
                            && wanted.outside().stream()
                                    .filter(url -> !wide.covers(url))
                                    .allMatch(url -> kept(client, list, url));
                });
    }

    String joined(String separator) {
        return String.join(separator, entries);
    }

    private static void note(Map<String, List<String>> notes, String words, Wanted wanted) {
        notes.computeIfAbsent(words, key -> new ArrayList<>()).add(BypassText.write(wanted));
    }

    private static String unsaid(Wanted wanted, String client) {
        return switch (wanted) {
            case Wanted.Range ignored ->
                client + " reads no such range, and it is too large to write out: it goes to the proxy.";
            case Wanted.Name ignored -> client + " cannot say this: it goes to the proxy.";
            case Wanted.Address ignored -> client + " cannot say this: it goes to the proxy.";
        };
    }

    private static List<List<String>> candidates(Wanted wanted, boolean bracketed) {
        List<List<String>> candidates = new ArrayList<>();
        if (bracketed && wanted instanceof Wanted.Address address && BypassText.ipv6(address.address())) {
            candidates.add(List.of("[" + address.address() + "]"));
        }
        wanted.spellings().forEach(spelling -> candidates.add(List.of(spelling.split(","))));
        candidates.add(CommonList.entries(List.of(wanted)));
        List<String> all = wanted.spellings();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                candidates.add(List.of((all.get(i) + "," + all.get(j)).split(",")));
            }
        }
        if (wanted instanceof Wanted.Name name && !name.name().equals(IDN.toASCII(name.name(), IDN.ALLOW_UNASSIGNED))) {
            candidates.addAll(candidates(
                    new Wanted.Name(IDN.toASCII(name.name(), IDN.ALLOW_UNASSIGNED), name.extent(), name.port()),
                    bracketed));
        }
        if (wanted instanceof Wanted.Address address && BypassText.ipv6(address.address()) && address.port() == null) {
            candidates.add(List.of("\\[" + address.address() + "\\]"));
        }
        if (wanted instanceof Wanted.Range range && !BypassText.ipv6(range.network())) {
            candidates.add(octets(range));
        }
        candidates.removeIf(List::isEmpty);
        return candidates;
    }

    /** An IPv4 range as patterns that end at a dot: 172.16.0.0/12 is 172.16.* to 172.31.*; empty where these are too many. */
    static List<String> octets(Wanted.Range range) {
        int whole = (range.bits() + 7) / 8;
        int count = 1 << (whole * 8 - range.bits());
        if (range.bits() == 0 || whole == 4 || count > PATTERNS) {
            return List.of();
        }
        String[] parts = range.network().split("\\.", -1);
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder pattern = new StringBuilder();
            for (int j = 0; j < whole; j++) {
                pattern.append(j == whole - 1 ? Integer.parseInt(parts[j]) + i : parts[j])
                        .append('.');
            }
            patterns.add(pattern + "*");
        }
        return patterns;
    }

    private static boolean serves(List<NoProxyClient> clients, String list, Wanted wanted) {
        return clients.stream().allMatch(client -> serves(client, list, wanted));
    }

    private static boolean serves(NoProxyClient client, String list, Wanted wanted) {
        return said(client, list, wanted)
                && wanted.outside().stream()
                        .filter(url -> !wanted.tolerates(url))
                        .allMatch(url -> kept(client, list, url));
    }

    /** What is meant goes direct; a URL that the client refuses in any case does not count. */
    private static boolean said(NoProxyClient client, String list, Wanted wanted) {
        return wanted.inside().stream()
                .filter(url -> verdict(client, null, url) != Verdict.ERROR)
                .allMatch(url -> verdict(client, list, url) == Verdict.DIRECT);
    }

    /** What is not meant goes where it went. */
    private static boolean kept(NoProxyClient client, String list, String url) {
        return verdict(client, null, url) != Verdict.PROXY || verdict(client, list, url) == Verdict.PROXY;
    }

    private static Verdict verdict(NoProxyClient client, @Nullable String list, String url) {
        ProxyEnvironment environment = ProxyEnvironment.withNoProxy(list, ProxyEnvironment.nonProxyHostsFor(list));
        return client.decide(environment, url, NameTable.LOCAL).verdict();
    }
}

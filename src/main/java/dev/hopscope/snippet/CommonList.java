package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The list of exceptions in the spelling most clients read alike, as measured; pure functions. What a client makes of it
 * is {@link ListNotes}' to say.
 */
final class CommonList {
    private CommonList() {}

    /** The value of {@code no_proxy}, empty for none. */
    static String of(List<Wanted> bypass) {
        return String.join(",", entries(bypass));
    }

    static List<String> entries(List<Wanted> bypass) {
        List<String> entries = new ArrayList<>();
        bypass.forEach(wanted -> entries.addAll(entries(wanted)));
        return List.copyOf(new LinkedHashSet<>(entries));
    }

    private static List<String> entries(Wanted wanted) {
        String port = wanted.port() == null ? "" : ":" + wanted.port();
        return switch (wanted) {
            // some clients take a bare name for the host alone, others need the dot for what is below
            case Wanted.Name name ->
                switch (name.extent()) {
                    case ITSELF -> List.of(name.name() + port);
                    case WITH_SUBDOMAINS -> List.of(name.name() + port, "." + name.name() + port);
                    case ONLY_SUBDOMAINS -> List.of("." + name.name() + port);
                };
            // half of the clients compare IPv6 with its brackets, half without
            case Wanted.Address address
            when BypassText.ipv6(address.address()) ->
                port.isEmpty()
                        ? List.of(address.address(), "[" + address.address() + "]")
                        : List.of("[" + address.address() + "]" + port);
            case Wanted.Address address -> List.of(address.address() + port);
            case Wanted.Range range -> List.of(range.network() + "/" + range.bits());
        };
    }
}

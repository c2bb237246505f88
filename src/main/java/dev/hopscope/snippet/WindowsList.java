package dev.hopscope.snippet;

import dev.hopscope.snippet.noproxy.Wanted;
import java.util.ArrayList;
import java.util.List;

/** The exceptions of Windows: patterns with {@code *}, compared with the host, parted by semicolons; immutable. */
record WindowsList(List<String> entries, List<String> notes) {
    static WindowsList of(List<Wanted> bypass) {
        List<String> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Wanted wanted : bypass) {
            List<String> patterns = patterns(wanted);
            entries.addAll(patterns);
            if (patterns.isEmpty()) {
                notes.add(BypassText.write(wanted) + ": Windows knows patterns only, and these would be too many.");
            }
        }
        return new WindowsList(List.copyOf(entries), notes);
    }

    private static List<String> patterns(Wanted wanted) {
        String port = wanted.port() == null ? "" : ":" + wanted.port();
        return switch (wanted) {
            case Wanted.Name name ->
                switch (name.extent()) {
                    case ITSELF -> List.of(name.name() + port);
                    case WITH_SUBDOMAINS -> List.of(name.name() + port, "*." + name.name() + port);
                    case ONLY_SUBDOMAINS -> List.of("*." + name.name() + port);
                };
            case Wanted.Address address ->
                List.of((BypassText.ipv6(address.address()) ? "[" + address.address() + "]" : address.address())
                        + port);
            case Wanted.Range range -> BypassText.ipv6(range.network()) ? List.of() : ListFor.octets(range);
        };
    }
}

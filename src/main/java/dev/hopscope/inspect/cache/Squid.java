package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X-Cache {@code HIT from host} and X-Cache-Lookup, sent until version 5; Apache's mod_cache writes the former alike. Any thread; keeps no state. */
final class Squid implements CacheVendor {
    @Override
    public String id() {
        return "squid";
    }

    @Override
    public String title() {
        return "Squid";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache", "x-cache-lookup");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<Evidence> lookups = reading.free("X-Cache-Lookup");
        List<CacheMark> marks = new ArrayList<>(1);
        boolean squid = reading.holds("Via", "squid") || !lookups.isEmpty();
        for (Evidence item : reading.free("X-Cache")) {
            String host = Words.from(item.words());
            Evidence word = Words.leading(item);
            CacheState state = host.isEmpty() ? null : state(word.words());
            if (state != null) {
                reading.take(item);
                marks.add(mark(CacheMark.of(this, state, word).node(host), host, lookups, squid)
                        .fact(Fact.Kind.AGE, reading.first("Age")));
            }
        }
        return marks.reversed();
    }

    private static CacheMark mark(CacheMark mark, String host, List<Evidence> lookups, boolean squid) {
        CacheMark told = squid ? mark : mark.named("Proxy cache");
        boolean had = false;
        for (Evidence lookup : lookups) {
            if (Words.from(lookup.words()).startsWith(host)) {
                had = lookup.words().startsWith("HIT");
                told = told.also(lookup).fact(Fact.Kind.LOOKUP, Words.leading(lookup.words()));
            }
        }
        return told.quirkIf(squid && mark.state() == CacheState.HIT, Quirk.SQUID_REVALIDATION_IS_HIT)
                .quirkIf(had && mark.state() == CacheState.MISS, Quirk.SQUID_COPY_NOT_USED);
    }

    private static @Nullable CacheState state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "HIT" -> CacheState.HIT;
            case "MISS" -> CacheState.MISS;
            case "REVALIDATE" -> CacheState.REVALIDATED;
            case "NONE" -> CacheState.BYPASS;
            default -> null;
        };
    }
}

package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Caches that name themselves in Via (RFC 9110 §7.6.3) and say nothing more. Any thread; keeps no state. */
final class ViaField implements CacheVendor {
    @Override
    public String id() {
        return "via";
    }

    @Override
    public String title() {
        return "A cache on the way";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("via");
    }

    private static final List<String> CACHES = List.of("varnish", "squid", "trafficserver", "cloudfront", "ns-cache");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>();
        if (!reading.marks().isEmpty()) {
            return marks;
        }
        for (Evidence via : reading.free("Via")) {
            String said = via.words().toLowerCase(Locale.ROOT);
            if (CACHES.stream().anyMatch(said::contains)) {
                marks.add(CacheMark.of(this, CacheState.UNKNOWN, via)
                        .node(via.words())
                        .quirk(Quirk.VIA_ONLY));
            }
        }
        return marks;
    }
}

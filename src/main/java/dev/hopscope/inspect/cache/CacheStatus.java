package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Any cache that follows RFC 9211, a chain of them in one field: the last member is nearest to the client (§2). Any thread; keeps no state. */
final class CacheStatus implements CacheVendor {
    @Override
    public String id() {
        return "cache-status";
    }

    @Override
    public String title() {
        return "Cache-Status";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("cache-status");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        boolean squid = reading.holds("Via", "squid");
        List<CacheMark> marks = new ArrayList<>();
        for (CacheStatusMember member : CacheStatusMember.of(reading, false)) {
            CacheMark mark = member.mark(this).named(member.name());
            boolean hit = mark.state() == CacheState.HIT;
            marks.add(mark.quirkIf(squid && hit, Quirk.SQUID_REVALIDATION_IS_HIT));
        }
        return marks.reversed();
    }
}

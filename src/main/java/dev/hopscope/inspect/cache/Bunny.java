package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** CDN-Cache. Any thread; keeps no state. */
final class Bunny implements CacheVendor {
    @Override
    public String id() {
        return "bunny";
    }

    @Override
    public String title() {
        return "Bunny";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("cdn-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence line = reading.line("CDN-Cache");
        if (line == null) {
            return List.of();
        }
        CacheMark mark = Words.mark(this, line);
        String server = reading.first("Server");
        return List.of((mark == null ? CacheMark.of(this, CacheState.UNKNOWN, line) : mark)
                .at(reading.signed("bunnycdn"))
                .node(server.startsWith("BunnyCDN-") ? server.substring(9) : "")
                .fact(Fact.Kind.DETAIL, reading.first("CDN-CachedAt")));
    }
}

package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** X-Sucuri-Cache. Any thread; keeps no state. */
final class Sucuri implements CacheVendor {
    @Override
    public String id() {
        return "sucuri";
    }

    @Override
    public String title() {
        return "Sucuri";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-sucuri-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence line = reading.line("X-Sucuri-Cache");
        if (line == null) {
            return List.of();
        }
        CacheMark mark = Words.mark(this, line);
        return List.of(mark == null ? CacheMark.of(this, CacheState.UNKNOWN, line) : mark);
    }
}

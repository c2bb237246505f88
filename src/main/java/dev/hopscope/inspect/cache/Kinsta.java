package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-Kinsta-Cache and Ki-CF-Cache-Status. Any thread; keeps no state. */
final class Kinsta implements CacheVendor {
    @Override
    public String id() {
        return "kinsta";
    }

    @Override
    public String title() {
        return "Kinsta";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-kinsta-cache", "ki-cf-cache-status");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(2);
        Evidence page = reading.line("X-Kinsta-Cache");
        if (page != null) {
            CacheMark mark = Words.mark(this, page);
            marks.add(mark == null ? CacheMark.of(this, CacheState.UNKNOWN, page) : mark);
        }
        Evidence edge = reading.line("Ki-CF-Cache-Status");
        CacheMark atEdge = edge == null ? null : Words.mark(this, edge);
        if (atEdge != null && !reading.has("CF-Cache-Status")) {
            marks.add(atEdge.at(Place.EDGE).node(reading.first("Ki-Edge")));
        }
        return marks;
    }
}

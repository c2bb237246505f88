package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-Cache of KeyCDN, known by its Server or X-Edge-Location, and X-Shield of its shield. Any thread; keeps no state. */
final class KeyCdn implements CacheVendor {
    @Override
    public String id() {
        return "keycdn";
    }

    @Override
    public String title() {
        return "KeyCDN";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-edge-location", "x-shield", "x-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        if (!reading.holds("Server", "keycdn") && !reading.has("X-Edge-Location")) {
            return List.of();
        }
        List<CacheMark> marks = new ArrayList<>(2);
        for (Evidence item : reading.free("X-Cache")) {
            CacheMark mark = Words.mark(this, item);
            if (mark != null) {
                reading.take(item);
                marks.add(mark.node(reading.first("X-Edge-Location")));
            }
        }
        Evidence shield = reading.line("X-Shield");
        CacheMark behind = shield == null ? null : Words.mark(this, shield);
        if (behind != null && !marks.isEmpty()) {
            marks.add(behind.node("shield").at(Place.SERVER));
        }
        return marks;
    }
}

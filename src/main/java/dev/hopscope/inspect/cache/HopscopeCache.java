package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Our own cache: its member of Cache-Status (RFC 9211) and its X-Cache. Any thread; keeps no state. */
final class HopscopeCache implements CacheVendor {
    @Override
    public String id() {
        return "hopscope";
    }

    @Override
    public String title() {
        return "Hopscope";
    }

    @Override
    public Place place() {
        return Place.HOPSCOPE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("cache-status", "x-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (CacheStatusMember member : CacheStatusMember.of(reading, true)) {
            marks.add(member.mark(this));
            reading.take(member.words());
        }
        for (Evidence item : reading.free("X-Cache")) {
            if (Words.from(item.words()).equalsIgnoreCase("hopscope")) {
                reading.take(item);
                CacheMark own = Words.mark(this, item);
                if (marks.isEmpty() && own != null) {
                    marks.add(own);
                }
            }
        }
        return marks;
    }
}

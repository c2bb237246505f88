package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-Cache of Alibaba Cloud: {@code HIT TCP_MEM_HIT dirn:…}. Any thread; keeps no state. */
final class Alibaba implements CacheVendor {
    @Override
    public String id() {
        return "alibaba";
    }

    @Override
    public String title() {
        return "Alibaba Cloud";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            String[] words = item.words().split(" +", 3);
            if (words.length > 1 && words[1].startsWith("TCP_")) {
                reading.take(item);
                CacheMark mark = Words.mark(this, item);
                CacheMark known = mark == null ? CacheMark.of(this, CacheState.UNKNOWN, item) : mark;
                marks.add((words[1].equals("TCP_REFRESH_HIT") ? known.state(CacheState.REVALIDATED) : known)
                        .fact(Fact.Kind.DETAIL, words[1]));
            }
        }
        return marks.reversed();
    }
}

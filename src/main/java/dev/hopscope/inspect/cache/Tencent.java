package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-Cache-Lookup of Tencent Cloud: {@code Hit From Disktank3}, one line or member a node. Any thread; keeps no state. */
final class Tencent implements CacheVendor {
    @Override
    public String id() {
        return "tencent";
    }

    @Override
    public String title() {
        return "Tencent Cloud";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache-lookup");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(2);
        for (Evidence item : reading.free("X-Cache-Lookup")) {
            String said = item.words().toLowerCase(Locale.ROOT);
            if (said.startsWith("cache ") || said.startsWith("hit from ") && !said.contains(":")) {
                reading.take(item);
                boolean upstream = said.equals("hit from upstream");
                boolean hit = !upstream && (said.startsWith("hit from ") || said.equals("cache hit"));
                CacheState state = hit
                        ? CacheState.HIT
                        : said.equals("cache refresh hit") ? CacheState.REVALIDATED : CacheState.MISS;
                marks.add(CacheMark.of(this, state, item)
                        .node(Words.from(item.words()))
                        .quirkIf(upstream, Quirk.TENCENT_UPSTREAM));
            }
        }
        return marks;
    }
}

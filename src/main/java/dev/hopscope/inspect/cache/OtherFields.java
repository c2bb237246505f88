package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words of the common kind in X-Cache and the like that no vendor before took. Any thread; keeps no state. */
final class OtherFields implements CacheVendor {
    @Override
    public String id() {
        return "other";
    }

    @Override
    public String title() {
        return "Cache";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "x-cache",
                "x-cache-action",
                "x-77-cache",
                "x-cached",
                "x-cdn-cache-status",
                "x-page-cache",
                "x-cache-result",
                "x-edge-cache",
                "x-cdn-cache",
                "server-cache-status");
    }

    private static final List<String> FIELDS = List.of(
            "X-Cache",
            "X-77-Cache",
            "X-CDN-Cache-Status",
            "X-CDN-Cache",
            "X-Edge-Cache",
            "X-Cache-Result",
            "X-Cache-Action",
            "X-Cached",
            "X-Page-Cache");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (String field : FIELDS) {
            for (Evidence item : reading.free(field)) {
                CacheMark mark = Words.mark(this, item);
                if (mark != null) {
                    reading.take(item);
                    marks.add(mark.quirk(Quirk.SITE_CONFIGURED));
                }
            }
        }
        return marks;
    }
}

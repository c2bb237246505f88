package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-Cache of Shopify's page cache, {@code hit, server}. Any thread; keeps no state. */
final class Shopify implements CacheVendor {
    @Override
    public String id() {
        return "shopify";
    }

    @Override
    public String title() {
        return "Shopify";
    }

    @Override
    public Place place() {
        return Place.APPLICATION;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-shopid", "x-shopify-stage", "x-sorting-hat-shopid", "x-alternate-cache-key");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            if (item.words().equalsIgnoreCase("server") || item.words().equalsIgnoreCase("client")) {
                reading.take(item);
                continue;
            }
            CacheMark mark = Words.mark(this, item);
            if (mark != null) {
                reading.take(item);
                marks.add(mark);
            }
        }
        return marks;
    }
}

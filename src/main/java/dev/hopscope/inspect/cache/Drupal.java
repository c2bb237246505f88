package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** X-Drupal-Cache of whole pages and X-Drupal-Dynamic-Cache of pages without what is personal. Any thread; keeps no state. */
final class Drupal implements CacheVendor {
    @Override
    public String id() {
        return "drupal";
    }

    @Override
    public String title() {
        return "Drupal";
    }

    @Override
    public Place place() {
        return Place.APPLICATION;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-drupal-cache", "x-drupal-dynamic-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(2);
        add(reading, "X-Drupal-Cache", "page cache", marks);
        add(reading, "X-Drupal-Dynamic-Cache", "dynamic page cache", marks);
        return marks;
    }

    private void add(Reading reading, String field, String node, List<CacheMark> into) {
        Evidence line = reading.line(field);
        if (line != null) {
            CacheMark mark = Words.mark(this, line);
            into.add((mark == null ? CacheMark.of(this, CacheState.UNKNOWN, line) : mark).node(node));
        }
    }
}

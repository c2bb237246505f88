package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields into which sites write nginx's {@code $upstream_cache_status}. Any thread; keeps no state. */
final class Nginx implements CacheVendor {
    @Override
    public String id() {
        return "nginx";
    }

    @Override
    public String title() {
        return "nginx";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "x-cache-status",
                "x-proxy-cache",
                "x-proxy-cache-status",
                "x-fastcgi-cache",
                "x-fastcgi-cache-status",
                "x-uwsgi-cache",
                "x-nginx-cache",
                "x-nginx-cache-status",
                "x-upstream-cache-status",
                "x-runcloud-cache",
                "x-cache");
    }

    private static final List<String> FIELDS = List.of(
            "X-Cache-Status",
            "X-Proxy-Cache",
            "X-Proxy-Cache-Status",
            "X-FastCGI-Cache",
            "X-FastCGI-Cache-Status",
            "X-uWSGI-Cache",
            "X-Nginx-Cache",
            "X-Nginx-Cache-Status",
            "X-Upstream-Cache-Status",
            "X-RunCloud-Cache");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (String field : FIELDS) {
            reading.free(field).forEach(item -> add(reading, item, marks));
        }
        if (marks.isEmpty() && reading.holds("Server", "nginx") || reading.holds("Server", "openresty")) {
            reading.free("X-Cache").forEach(item -> add(reading, item, marks));
        }
        return marks;
    }

    private void add(Reading reading, Evidence item, List<CacheMark> into) {
        CacheMark mark = Words.leading(item).words().length() == item.words().length() ? Words.mark(this, item) : null;
        if (mark != null) {
            reading.take(item);
            into.add(mark.quirk(Quirk.SITE_CONFIGURED));
        }
    }
}

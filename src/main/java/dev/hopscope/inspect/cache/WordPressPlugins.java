package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Page caches that run as plug-ins of WordPress, each with a field of its own. Any thread; keeps no state. */
final class WordPressPlugins implements CacheVendor {
    @Override
    public String id() {
        return "wordpress";
    }

    @Override
    public String title() {
        return "WordPress plug-in";
    }

    @Override
    public Place place() {
        return Place.APPLICATION;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "wp-super-cache",
                "x-wp-cf-super-cache-cache",
                "x-nananana",
                "x-srcache-fetch-status",
                "x-rocket-nginx-serving-static",
                "x-flying-press-cache",
                "x-cache-handler",
                "x-hyper-cache",
                "x-sg-cache",
                "x-powered-cache",
                "x-cache-enabled",
                "x-wp-spc-disk-cache",
                "x-endurance-cache-level",
                "x-hummingbird-cache");
    }

    /** Fields whose word is of the common kind. */
    private static final Map<String, String> COMMON = Map.of(
            "X-WP-CF-Super-Cache-Cache", "Super Page Cache",
            "X-WP-SPC-Disk-Cache", "Super Page Cache",
            "X-SRCache-Fetch-Status", "srcache",
            "X-Flying-Press-Cache", "FlyingPress",
            "X-Powered-Cache", "Powered Cache",
            "X-Hyper-Cache", "Hyper Cache");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        COMMON.forEach((field, title) -> {
            Evidence line = reading.line(field);
            CacheMark mark = line == null ? null : Words.mark(this, line);
            if (mark != null) {
                marks.add(mark.named(title));
            }
        });
        served(reading, "WP-Super-Cache", "WP Super Cache", "Served", marks);
        served(reading, "X-Cache-Handler", "Cache Enabler", "cache-enabler-engine", marks);
        served(reading, "X-Hummingbird-Cache", "Hummingbird", "Served", marks);
        Evidence rocket = reading.line("X-Rocket-Nginx-Serving-Static");
        if (rocket != null) {
            boolean yes =
                    rocket.words().equalsIgnoreCase("Yes") || rocket.words().equalsIgnoreCase("HIT");
            CacheState state = yes
                    ? CacheState.HIT
                    : rocket.words().equalsIgnoreCase("BYPASS") ? CacheState.BYPASS : CacheState.MISS;
            marks.add(CacheMark.of(this, state, rocket).named("WP Rocket"));
        }
        Evidence batcache = reading.line("X-nananana");
        if (batcache != null) {
            marks.add(CacheMark.of(this, CacheState.UNKNOWN, batcache)
                    .named("Batcache")
                    .quirk(Quirk.BATCACHE_ALWAYS));
        }
        return marks;
    }

    private void served(Reading reading, String field, String title, String begin, List<CacheMark> into) {
        Evidence line = reading.line(field);
        if (line != null) {
            boolean hit = line.words().regionMatches(true, 0, begin, 0, begin.length());
            into.add(CacheMark.of(this, hit ? CacheState.HIT : CacheState.UNKNOWN, line)
                    .named(title));
        }
    }
}

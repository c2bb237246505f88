package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X-Cache {@code HIT: 5} with X-Cacheable and X-Cache-Group. Any thread; keeps no state. */
final class WpEngine implements CacheVendor {
    @Override
    public String id() {
        return "wpengine";
    }

    @Override
    public String title() {
        return "WP Engine";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache-group", "x-cacheable", "x-wpe-request-id");
    }

    private static final Pattern COUNTED = Pattern.compile("(HIT|MISS): *(\\d+)");

    @Override
    public List<CacheMark> marks(Reading reading) {
        if (!reading.has("X-Cache-Group") && !reading.holds("X-Powered-By", "wp engine")) {
            return List.of();
        }
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            CacheMark mark = Words.mark(this, item);
            if (mark != null) {
                reading.take(item);
                Matcher counted = COUNTED.matcher(item.words());
                marks.add(withCacheable(reading, mark.fact(Fact.Kind.HITS, counted.matches() ? counted.group(2) : "")));
            }
        }
        Evidence cacheable = reading.line("X-Cacheable");
        if (marks.isEmpty() && cacheable != null) {
            boolean no = cacheable.words().startsWith("NO") || cacheable.words().startsWith("non");
            marks.add(CacheMark.of(this, no ? CacheState.BYPASS : CacheState.UNKNOWN, cacheable));
        }
        return marks;
    }

    private static CacheMark withCacheable(Reading reading, CacheMark mark) {
        Evidence line = reading.line("X-Cacheable");
        return line == null ? mark : mark.also(line).fact(Fact.Kind.CACHEABLE, line.words());
    }
}

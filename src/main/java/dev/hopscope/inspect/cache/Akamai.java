package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-Cache and X-Cache-Remote with {@code TCP_} words, Akamai-Cache-Status, X-Check-Cacheable. Any thread; keeps no state. */
final class Akamai implements CacheVendor {
    @Override
    public String id() {
        return "akamai";
    }

    @Override
    public String title() {
        return "Akamai";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache", "x-cache-remote", "akamai-cache-status", "x-check-cacheable");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(2);
        for (Evidence item : reading.free("X-Cache")) {
            String from = Words.from(item.words()).toLowerCase(Locale.ROOT);
            if (item.words().startsWith("TCP_") && (from.contains("akamai") || from.matches("a\\d+-.*"))) {
                reading.take(item);
                marks.add(mark(reading, item));
            }
        }
        for (Evidence item : reading.members("X-Cache-Remote")) {
            marks.add(mark(reading, item));
        }
        for (Evidence item : reading.members("Akamai-Cache-Status")) {
            marks.add(status(reading, item));
        }
        Evidence cacheable = reading.line("X-Check-Cacheable");
        if (cacheable != null && marks.isEmpty()) {
            boolean no = cacheable.words().equalsIgnoreCase("NO");
            marks.add(
                    withCacheable(reading, CacheMark.of(this, no ? CacheState.BYPASS : CacheState.UNKNOWN, cacheable)));
        }
        return marks;
    }

    private CacheMark mark(Reading reading, Evidence item) {
        Evidence word = Words.leading(item);
        String from = Words.from(item.words());
        CacheMark mark = CacheMark.of(this, state(word.words()), word)
                .node(Words.leading(from))
                .fact(Fact.Kind.LIFETIME, lifetime(reading.first("X-Cache-Key")));
        String said = word.words().toUpperCase(Locale.ROOT);
        return withCacheable(
                reading,
                mark.quirkIf(said.startsWith("TCP_REFRESH_HIT"), Quirk.AKAMAI_REFRESH_HIT)
                        .quirkIf(said.startsWith("TCP_REFRESH_FAIL"), Quirk.AKAMAI_REFRESH_FAIL)
                        .quirkIf(said.equals("TCP_NEGATIVE_HIT"), Quirk.AKAMAI_NEGATIVE));
    }

    private static CacheState state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "TCP_HIT", "TCP_MEM_HIT", "TCP_IMS_HIT", "TCP_NEGATIVE_HIT", "UDP_HIT", "TCP_CUSTOMREDIRECT_HIT" ->
                CacheState.HIT;
            case "TCP_REFRESH_HIT", "TCP_EXPIRED_HIT" -> CacheState.REVALIDATED;
            case "TCP_REFRESH_FAIL_HIT", "TCP_SWAPFAIL_HIT" -> CacheState.STALE;
            case "TCP_MISS" -> CacheState.MISS;
            case "TCP_REFRESH_MISS", "TCP_EXPIRED_MISS" -> CacheState.EXPIRED;
            case "TCP_DENIED", "TCP_COOKIE_DENY", "TCP_ERROR", "TCP_REFRESH_FAIL" -> CacheState.ERROR;
            default -> CacheState.UNKNOWN;
        };
    }

    /** {@code Hit from child, Miss from parent}. */
    private CacheMark status(Reading reading, Evidence item) {
        Evidence word = Words.leading(item);
        CacheState state = switch (word.words().toLowerCase(Locale.ROOT)) {
            case "hit", "negativehit" -> CacheState.HIT;
            case "refreshhit" -> CacheState.REVALIDATED;
            case "miss" -> CacheState.MISS;
            case "notcacheable", "redirect", "constructedresponse" -> CacheState.BYPASS;
            case "error" -> CacheState.ERROR;
            default -> CacheState.UNKNOWN;
        };
        return withCacheable(reading, CacheMark.of(this, state, item).node(Words.from(item.words())));
    }

    private static CacheMark withCacheable(Reading reading, CacheMark mark) {
        Evidence line = reading.line("X-Check-Cacheable");
        if (line == null) {
            return mark;
        }
        CacheMark told = mark.evidence().contains(line) ? mark : mark.also(line);
        return told.fact(Fact.Kind.CACHEABLE, line.words());
    }

    /** The fourth part of {@code /L/1745/15811/3h/host/path}. */
    private static String lifetime(String key) {
        String[] parts = key.split("/", -1);
        for (int i = 3; i < Math.min(6, parts.length); i++) {
            if (parts[i].matches("\\d{1,5}[smhd]|000")) {
                return parts[i];
            }
        }
        return "";
    }
}

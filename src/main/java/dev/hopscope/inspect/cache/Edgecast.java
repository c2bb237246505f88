package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-Cache of Edgecast (Verizon, Edgio; Azure CDN resold it), known by its Server, and X-EC-Debug's answers. Any thread; keeps no state. */
final class Edgecast implements CacheVendor {
    @Override
    public String id() {
        return "edgecast";
    }

    @Override
    public String title() {
        return "Edgecast";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache", "x-ec-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        String server = reading.first("Server");
        boolean edgecast = server.startsWith("ECS (") || server.startsWith("ECAcc (") || server.startsWith("ECD (");
        List<CacheMark> marks = new ArrayList<>(1);
        List<Evidence> items = edgecast ? reading.free("X-Cache") : List.of();
        for (Evidence item : items) {
            CacheMark mark = Words.mark(this, item);
            if (mark != null) {
                reading.take(item);
                marks.add(mark.node(server.substring(server.indexOf('(') + 1).replace(")", "")));
            }
        }
        Evidence debug = reading.line("X-EC-Cache");
        if (debug != null && marks.isEmpty()) {
            Evidence word = Words.leading(debug);
            marks.add(CacheMark.of(this, state(word.words()), word).node(Words.from(debug.words())));
        }
        return marks;
    }

    private static CacheState state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "TCP_HIT", "TCP_PARTIAL_HIT" -> CacheState.HIT;
            case "TCP_EXPIRED_HIT", "TCP_REFRESH_HIT" -> CacheState.REVALIDATED;
            case "TCP_MISS", "TCP_CLIENT_REFRESH_MISS" -> CacheState.MISS;
            case "TCP_EXPIRED_MISS" -> CacheState.EXPIRED;
            case "NONE", "CONFIG_NOCACHE", "TCP_DENIED", "UNCACHEABLE" -> CacheState.BYPASS;
            default -> CacheState.UNKNOWN;
        };
    }
}

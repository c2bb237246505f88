package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** CF-Cache-Status. Any thread; keeps no state. */
final class Cloudflare implements CacheVendor {
    @Override
    public String id() {
        return "cloudflare";
    }

    @Override
    public String title() {
        return "Cloudflare";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("cf-cache-status");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence line = reading.line("CF-Cache-Status");
        if (line == null) {
            return List.of();
        }
        String word = line.words().strip().toUpperCase(Locale.ROOT);
        CacheState known = Words.state(word);
        CacheState state = known == null ? CacheState.UNKNOWN : known;
        CacheMark mark = CacheMark.of(this, word.equals("NONE") ? CacheState.DYNAMIC : state, line)
                .at(reading.signed("cloudflare"))
                .node(site(reading.first("CF-RAY")))
                .fact(Fact.Kind.AGE, reading.first("Age"))
                .quirkIf(word.equals("UPDATING"), Quirk.UPDATING_IS_STALE)
                .quirkIf(word.equals("DYNAMIC"), Quirk.CLOUDFLARE_DYNAMIC)
                .quirkIf(word.startsWith("NONE"), Quirk.CLOUDFLARE_NONE);
        return List.of(mark);
    }

    /** The airport behind the number of the request. */
    private static String site(String ray) {
        int dash = ray.lastIndexOf('-');
        return dash < 0 ? "" : ray.substring(dash + 1);
    }
}

package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** X-Vercel-Cache, once X-Now-Cache. Any thread; keeps no state. */
final class Vercel implements CacheVendor {
    @Override
    public String id() {
        return "vercel";
    }

    @Override
    public String title() {
        return "Vercel";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-vercel-cache", "x-now-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence line = reading.line(reading.has("X-Vercel-Cache") ? "X-Vercel-Cache" : "X-Now-Cache");
        if (line == null) {
            return List.of();
        }
        boolean prerender = line.words().strip().equalsIgnoreCase("PRERENDER");
        CacheState known = prerender ? CacheState.HIT : Words.state(line.words());
        String id = reading.first("X-Vercel-Id");
        return List.of(CacheMark.of(this, known == null ? CacheState.UNKNOWN : known, line)
                .at(reading.signed("vercel"))
                .node(id.contains(":") ? id.substring(0, id.indexOf(':')) : "")
                .fact(Fact.Kind.AGE, reading.first("Age"))
                .quirkIf(prerender, Quirk.VERCEL_PRERENDER));
    }
}

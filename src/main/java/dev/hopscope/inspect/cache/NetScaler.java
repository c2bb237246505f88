package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** The integrated cache of NetScaler: an age beside {@code Via: NS-CACHE-…}. Any thread; keeps no state. */
final class NetScaler implements CacheVendor {
    @Override
    public String id() {
        return "netscaler";
    }

    @Override
    public String title() {
        return "NetScaler";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("via");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence age = reading.line("Age");
        for (Evidence via : reading.free("Via")) {
            if (via.words().startsWith("NS-CACHE") || via.words().contains(" NS-CACHE")) {
                reading.take(via);
                boolean hit =
                        age != null && Words.number(age.words()) && !age.words().matches("0+");
                CacheMark mark = CacheMark.of(this, hit ? CacheState.HIT : CacheState.UNKNOWN, via);
                return List.of(age == null ? mark : mark.also(age).fact(Fact.Kind.AGE, age.words()));
            }
        }
        return List.of();
    }
}

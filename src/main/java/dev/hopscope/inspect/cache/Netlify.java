package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** What Netlify sent before Cache-Status: an age beside X-NF-Request-ID. Any thread; keeps no state. */
final class Netlify implements CacheVendor {
    @Override
    public String id() {
        return "netlify";
    }

    @Override
    public String title() {
        return "Netlify";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-nf-request-id");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence age = reading.line("Age");
        if (age == null || reading.has("Cache-Status") || !Words.number(age.words())) {
            return List.of();
        }
        boolean zero = age.words().matches("0+");
        return List.of(CacheMark.of(this, zero ? CacheState.UNKNOWN : CacheState.HIT, age)
                .fact(Fact.Kind.AGE, age.words())
                .quirk(zero ? Quirk.AGE_ZERO : Quirk.AGE_ONLY));
    }
}

package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** Age where no cache says more (RFC 9111 §5.1). Any thread; keeps no state. */
final class AgeField implements CacheVendor {
    @Override
    public String id() {
        return "age";
    }

    @Override
    public String title() {
        return "A shared cache";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("age");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence age = reading.line("Age");
        if (age == null || !Words.number(age.words())) {
            return List.of();
        }
        boolean zero = age.words().matches("0+");
        if (reading.marks().stream().anyMatch(m -> zero || m.state() != CacheState.UNKNOWN)) {
            return List.of();
        }
        return List.of(CacheMark.of(this, zero ? CacheState.UNKNOWN : CacheState.HIT, age)
                .fact(Fact.Kind.AGE, age.words())
                .quirk(zero ? Quirk.AGE_ZERO : Quirk.AGE_ONLY));
    }
}

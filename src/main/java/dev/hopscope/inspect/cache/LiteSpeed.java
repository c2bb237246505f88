package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** X-LiteSpeed-Cache, X-LSADC-Cache and QUIC.cloud's X-QC-Cache. Any thread; keeps no state. */
final class LiteSpeed implements CacheVendor {
    @Override
    public String id() {
        return "litespeed";
    }

    @Override
    public String title() {
        return "LiteSpeed";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-litespeed-cache", "x-lsadc-cache", "x-qc-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(2);
        add(reading, "X-LiteSpeed-Cache", Place.SERVER, title(), marks);
        add(reading, "X-LSADC-Cache", Place.SERVER, "LiteSpeed ADC", marks);
        add(reading, "X-QC-Cache", Place.EDGE, "QUIC.cloud", marks);
        return marks;
    }

    private void add(Reading reading, String field, Place place, String title, List<CacheMark> into) {
        Evidence line = reading.line(field);
        if (line == null) {
            return;
        }
        String said = line.words().toLowerCase(Locale.ROOT);
        CacheState state = switch (Words.leading(said)) {
            case "hit" -> CacheState.HIT;
            case "miss" -> CacheState.MISS;
            case "bkd" -> CacheState.BYPASS;
            default -> CacheState.UNKNOWN;
        };
        into.add(CacheMark.of(this, state, line)
                .at(place)
                .named(title)
                .node(place == Place.EDGE ? reading.first("X-QC-POP") : "")
                .quirkIf(said.contains("private"), Quirk.PRIVATE_COPY));
    }
}

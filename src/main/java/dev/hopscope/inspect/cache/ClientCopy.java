package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** The client's own copy, as its conditional request and the answer prove it (RFC 9110 §13, RFC 9111 §4.3). Any thread; keeps no state. */
final class ClientCopy implements CacheVendor {
    @Override
    public String id() {
        return "client";
    }

    @Override
    public String title() {
        return "The client";
    }

    @Override
    public Place place() {
        return Place.CLIENT;
    }

    @Override
    public Set<String> fields() {
        return Set.of("if-none-match", "if-modified-since");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        Evidence asked = reading.requestLine("If-None-Match");
        if (asked == null) {
            asked = reading.requestLine("If-Modified-Since");
        }
        if (reading.status() == 304) {
            CacheMark mark = CacheMark.of(this, CacheState.REVALIDATED, reading.statusLine());
            return List.of(
                    asked == null
                            ? mark.state(CacheState.UNKNOWN).quirk(Quirk.NOT_ASKED)
                            : mark.also(asked).quirk(Quirk.CLIENT_COPY_HOLDS));
        }
        if (asked == null || reading.status() != 200) {
            return List.of();
        }
        return List.of(CacheMark.of(this, CacheState.EXPIRED, reading.statusLine())
                .also(asked)
                .quirk(Quirk.CLIENT_COPY_REPLACED));
    }
}

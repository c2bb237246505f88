package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Google Cloud CDN behind {@code Via: 1.1 google}, and Google's own servers: an age is all they say. Any thread; keeps no state. */
final class Google implements CacheVendor {
    @Override
    public String id() {
        return "google";
    }

    @Override
    public String title() {
        return "Google";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("age", "x-cache-hit", "cdn-cache-status", "x-cache-status", "cdn_cache_status");
    }

    private static final Set<String> OWN =
            Set.of("sffe", "GFE", "gws", "UploadServer", "cafe", "Golfe2", "fife", "ESF", "HTTP server (unknown)");

    @Override
    public List<CacheMark> marks(Reading reading) {
        boolean balancer =
                reading.members("Via").stream().anyMatch(v -> v.words().endsWith(" google"));
        String server = reading.first("Server");
        boolean own = OWN.contains(server.contains("/") ? server.substring(0, server.indexOf('/')) : server);
        if (!balancer && !own) {
            return List.of();
        }
        Evidence age = reading.line("Age");
        for (String field : List.of("CDN_Cache_Status", "CDN-Cache-Status", "X-Cache-Status", "X-Cache-Hit")) {
            Evidence word = balancer ? reading.line(field) : null;
            CacheState state = word == null ? null : state(word.words());
            if (word != null && state != null) {
                reading.take(word);
                return List.of(CacheMark.of(this, state, word)
                        .fact(Fact.Kind.AGE, reading.first("Age"))
                        .quirk(Quirk.SITE_CONFIGURED));
            }
        }
        boolean others = reading.has("X-Served-By") || reading.has("CF-Cache-Status") || reading.has("X-Vercel-Cache");
        if (age == null || others || !Words.number(age.words())) {
            return List.of();
        }
        boolean zero = age.words().matches("0+");
        return List.of(CacheMark.of(this, zero ? CacheState.UNKNOWN : CacheState.HIT, age)
                .fact(Fact.Kind.AGE, age.words())
                .quirk(zero ? Quirk.AGE_ZERO : Quirk.GOOGLE_AGE_ONLY));
    }

    /** The values of {@code cdn_cache_status}, which a site may have written into a field of its choice. */
    private static @Nullable CacheState state(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "disabled" -> CacheState.BYPASS;
            default -> Words.state(word);
        };
    }
}

package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X-Cache of Azure Front Door and Microsoft's own network. Any thread; keeps no state. */
final class AzureFrontDoor implements CacheVendor {
    /** Words that nobody else sends without saying from where. */
    private static final Set<String> ALONE =
            Set.of("TCP_HIT", "TCP_REMOTE_HIT", "TCP_MISS", "PRIVATE_NOSTORE", "CONFIG_NOCACHE", "N/A");

    @Override
    public String id() {
        return "azure";
    }

    @Override
    public String title() {
        return "Azure Front Door";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-azure-ref", "x-msedge-ref", "x-cache");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        boolean named = reading.has("X-Azure-Ref") || reading.has("X-MSEdge-Ref");
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence item : reading.free("X-Cache")) {
            CacheState state = state(item.words());
            if (state != null && (named || ALONE.contains(item.words().toUpperCase(Locale.ROOT)))) {
                reading.take(item);
                marks.add(CacheMark.of(this, state, item)
                        .fact(Fact.Kind.DETAIL, reading.first("X-Cache-Info"))
                        .fact(Fact.Kind.AGE, reading.first("Age"))
                        .quirkIf(item.words().equalsIgnoreCase("TCP_REMOTE_HIT"), Quirk.AZURE_REMOTE));
            }
        }
        return marks;
    }

    private static @Nullable CacheState state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "TCP_HIT", "TCP_REMOTE_HIT", "HIT" -> CacheState.HIT;
            case "TCP_MISS", "MISS" -> CacheState.MISS;
            case "PRIVATE_NOSTORE", "CONFIG_NOCACHE", "UNCACHEABLE", "BYPASS" -> CacheState.BYPASS;
            case "CACHE_NOCONFIG" -> CacheState.DYNAMIC;
            case "N/A" -> CacheState.UNKNOWN;
            default -> null;
        };
    }
}

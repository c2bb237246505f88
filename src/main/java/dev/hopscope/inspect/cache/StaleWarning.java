package dev.hopscope.inspect.cache;

import java.util.List;
import java.util.Set;

/** The codes 110 to 112 of Warning, which RFC 9111 §5.5 made obsolete: a copy that had expired. Any thread; keeps no state. */
final class StaleWarning implements CacheVendor {
    @Override
    public String id() {
        return "warning";
    }

    @Override
    public String title() {
        return "Warning";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("warning");
    }

    @Override
    public List<CacheMark> marks(Reading reading) {
        for (Evidence item : reading.members("Warning")) {
            String[] words = item.words().split(" +", 3);
            boolean stale = words[0].equals("110") || words[0].equals("111") || words[0].equals("112");
            if (stale) {
                return join(reading, item, words.length > 1 ? words[1] : "");
            }
        }
        return List.of();
    }

    /** The cache that answered by another's account has its word corrected; without one the warning stands for itself. */
    private List<CacheMark> join(Reading reading, Evidence item, String agent) {
        List<CacheMark> marks = reading.marks();
        for (int i = 0; i < marks.size(); i++) {
            CacheMark mark = marks.get(i);
            if (mark.state() == CacheState.HIT) {
                marks.set(i, mark.state(CacheState.STALE).also(item).quirk(Quirk.WARNING_OBSOLETE));
                return List.of();
            }
        }
        return List.of(CacheMark.of(this, CacheState.STALE, item).node(agent).quirk(Quirk.WARNING_OBSOLETE));
    }
}

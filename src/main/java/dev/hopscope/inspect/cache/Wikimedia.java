package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X-Cache of Wikimedia: {@code cp1065 hit/6, cp3007 miss}, the last nearest to the client. Any thread; keeps no state. */
final class Wikimedia implements CacheVendor {
    @Override
    public String id() {
        return "wikimedia";
    }

    @Override
    public String title() {
        return "Wikimedia";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-cache");
    }

    private static final Pattern ITEM =
            Pattern.compile("(cp\\d+)(?: frontend)? (hit|miss|pass|int)(?:[ /]*\\(?(\\d+)\\)?)?");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>();
        for (Evidence item : reading.free("X-Cache")) {
            Matcher read = ITEM.matcher(item.words());
            if (read.matches()) {
                reading.take(item);
                marks.add(mark(item.part(read.start(2), read.end(2)), read));
            }
        }
        if (!marks.isEmpty()) {
            reading.members("X-Cache-Status").forEach(reading::take); // sums the others up
        }
        return marks.reversed();
    }

    private CacheMark mark(Evidence word, Matcher read) {
        CacheState state = switch (read.group(2)) {
            case "hit" -> CacheState.HIT;
            case "miss" -> CacheState.MISS;
            default -> CacheState.BYPASS;
        };
        String hits = read.group(3);
        return CacheMark.of(this, state, word)
                .node(read.group(1))
                .fact(Fact.Kind.HITS, hits == null ? "" : hits)
                .quirkIf(read.group(2).equals("int"), Quirk.WIKIMEDIA_INTERNAL);
    }
}

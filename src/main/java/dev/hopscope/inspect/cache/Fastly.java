package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** X-Cache, X-Cache-Hits and X-Served-By, one value a hop, the last nearest to the client. Any thread; keeps no state. */
final class Fastly implements CacheVendor {
    @Override
    public String id() {
        return "fastly";
    }

    @Override
    public String title() {
        return "Fastly";
    }

    @Override
    public Place place() {
        return Place.EDGE;
    }

    @Override
    public Set<String> fields() {
        return Set.of("x-served-by", "x-fastly-request-id", "x-fastly-cache-status", "x-timer");
    }

    private static final Pattern NODE = Pattern.compile("cache-[a-z0-9-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMER = Pattern.compile("S\\d+\\.\\d+,.*");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<Evidence> nodes = reading.members("X-Served-By");
        nodes.removeIf(n -> !NODE.matcher(n.words()).matches());
        boolean fastly = !nodes.isEmpty()
                || reading.has("X-Fastly-Request-ID")
                || TIMER.matcher(reading.first("X-Timer")).matches();
        if (!fastly) {
            return List.of();
        }
        List<Evidence> words = reading.free("X-Cache");
        words.removeIf(w -> !w.words().equalsIgnoreCase("HIT") && !w.words().equalsIgnoreCase("MISS"));
        int others = nodes.isEmpty() ? 0 : Math.max(0, words.size() - nodes.size());
        words = words.subList(others, words.size());
        words.forEach(reading::take);
        List<Evidence> hits = reading.members("X-Cache-Hits");
        List<CacheMark> marks = new ArrayList<>();
        for (int fromEnd = 1; fromEnd <= words.size(); fromEnd++) {
            Evidence word = words.get(words.size() - fromEnd);
            marks.add(mark(reading, word, fromEnd(nodes, fromEnd), fromEnd(hits, fromEnd), fromEnd == 1));
        }
        if (marks.isEmpty() && !nodes.isEmpty()) {
            marks.add(CacheMark.of(this, CacheState.UNKNOWN, nodes.getLast())
                    .node(nodes.getLast().words()));
        }
        return marks;
    }

    private CacheMark mark(
            Reading reading, Evidence word, @Nullable Evidence node, @Nullable Evidence hits, boolean edge) {
        boolean hit = word.words().equalsIgnoreCase("HIT");
        CacheMark mark = CacheMark.of(this, hit ? CacheState.HIT : CacheState.MISS, word);
        if (hits != null) {
            mark = mark.also(hits).fact(Fact.Kind.HITS, hits.words());
        }
        if (node != null) {
            mark = mark.also(node).node(node.words());
        }
        if (edge) {
            mark = mark.fact(Fact.Kind.AGE, reading.first("Age"));
            Evidence exact = reading.line("X-Fastly-Cache-Status");
            CacheState better = exact == null ? null : state(exact.words());
            if (exact != null && better != null) {
                return mark.also(exact).state(better);
            }
        }
        boolean unused = hits != null && hits.words().equals("0");
        if (hit && edge && unused && reading.first("Server").equals("Varnish")) {
            return mark.state(CacheState.BYPASS).quirk(Quirk.FASTLY_SYNTHETIC);
        }
        return mark.quirk(hit ? Quirk.FASTLY_HIT_IS_WIDE : Quirk.FASTLY_PASS_IS_MISS);
    }

    /** What sites print of {@code fastly_info.state}. */
    private static @Nullable CacheState state(String words) {
        return switch (Words.leading(words).toUpperCase(Locale.ROOT)) {
            case "HIT", "HIT-CLUSTER", "HIT-WAIT" -> CacheState.HIT;
            case "HIT-STALE", "HIT-STALE-CLUSTER" -> CacheState.STALE;
            case "HIT-SYNTH", "HITPASS", "PASS" -> CacheState.BYPASS;
            case "MISS", "MISS-CLUSTER", "MISS-WAIT" -> CacheState.MISS;
            case "ERROR", "ERROR-LOSTHDR" -> CacheState.ERROR;
            default -> null;
        };
    }

    private static @Nullable Evidence fromEnd(List<Evidence> list, int fromEnd) {
        return list.size() < fromEnd ? null : list.get(list.size() - fromEnd);
    }
}

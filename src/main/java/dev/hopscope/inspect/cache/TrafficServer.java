package dev.hopscope.inspect.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codes in the Via of Apache Traffic Server, and X-Cache of its plug-in xdebug. Any thread; keeps no state. */
final class TrafficServer implements CacheVendor {
    @Override
    public String id() {
        return "traffic-server";
    }

    @Override
    public String title() {
        return "Apache Traffic Server";
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public Set<String> fields() {
        return Set.of("via", "x-cache");
    }

    private static final Pattern CODES = Pattern.compile("\\[([^\\]]{4,40})\\]");

    @Override
    public List<CacheMark> marks(Reading reading) {
        List<CacheMark> marks = new ArrayList<>(1);
        for (Evidence via : reading.free("Via")) {
            Matcher codes = CODES.matcher(via.words());
            if (via.words().contains("Traffic") && codes.find()) {
                reading.take(via);
                marks.add(mark(via.part(codes.start(1), codes.end(1)), codes.group(1))
                        .node(node(via.words()))
                        .fact(Fact.Kind.AGE, marks.isEmpty() ? reading.first("Age") : ""));
            }
        }
        for (Evidence item : reading.free("X-Cache")) {
            CacheState state = debug(item.words());
            if (state != null) {
                reading.take(item);
                if (marks.isEmpty()) {
                    marks.add(CacheMark.of(this, state, item)
                            .quirkIf(state == CacheState.EXPIRED, Quirk.TRAFFIC_SERVER_STALE));
                }
            }
        }
        return marks.reversed();
    }

    private CacheMark mark(Evidence words, String codes) {
        char lookup = code(codes, 'c');
        char server = code(codes, 's');
        CacheState state = switch (lookup) {
            case 'H', 'R' -> CacheState.HIT;
            case 'S' -> server == 'N' ? CacheState.REVALIDATED : server == 0 ? CacheState.STALE : CacheState.EXPIRED;
            case 'M' -> CacheState.MISS;
            case 'A' -> CacheState.EXPIRED;
            default -> server == 0 ? CacheState.UNKNOWN : CacheState.BYPASS;
        };
        if (server == 'E' && !state.answered()) {
            state = CacheState.ERROR;
        }
        char fill = code(codes, 'f');
        return CacheMark.of(this, state, words)
                .fact(Fact.Kind.STORED, fill == 'W' || fill == 'U' ? "yes" : "")
                .quirkIf(state == CacheState.REVALIDATED || lookup == 'S', Quirk.TRAFFIC_SERVER_STALE);
    }

    /** The upper-case letter behind the first {@code key}, before the colon; NUL for a blank. */
    private static char code(String codes, char key) {
        int end = codes.indexOf(':') < 0 ? codes.length() : codes.indexOf(':');
        for (int i = 0; i + 1 < end; i++) {
            if (codes.charAt(i) == key) {
                char value = codes.charAt(i + 1);
                return value >= 'A' && value <= 'Z' ? value : 0;
            }
        }
        return 0;
    }

    private static String node(String via) {
        String[] words = via.split(" ", 3);
        return words.length < 2 ? "" : words[1];
    }

    private static @Nullable CacheState debug(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hit-fresh" -> CacheState.HIT;
            case "hit-stale" -> CacheState.EXPIRED;
            case "skipped" -> CacheState.BYPASS;
            default -> null;
        };
    }
}

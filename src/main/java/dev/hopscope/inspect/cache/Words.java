package dev.hopscope.inspect.cache;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that many vendors share, above all those of nginx's {@code $upstream_cache_status}. Pure; any thread. */
final class Words {
    private static final Map<String, CacheState> STATES = Map.ofEntries(
            Map.entry("hit", CacheState.HIT),
            Map.entry("miss", CacheState.MISS),
            Map.entry("expired", CacheState.EXPIRED),
            Map.entry("stale", CacheState.STALE),
            Map.entry("updating", CacheState.STALE),
            Map.entry("revalidated", CacheState.REVALIDATED),
            Map.entry("bypass", CacheState.BYPASS),
            Map.entry("pass", CacheState.BYPASS),
            Map.entry("grace", CacheState.STALE),
            Map.entry("dynamic", CacheState.DYNAMIC),
            Map.entry("uncacheable", CacheState.DYNAMIC),
            Map.entry("error", CacheState.ERROR));

    private Words() {}

    /** The state a common word says, null for another word. */
    static @Nullable CacheState state(String word) {
        return STATES.get(word.strip().toLowerCase(Locale.ROOT));
    }

    /** The leading letters, digits, {@code _} and {@code -} of a text. */
    static String leading(String text) {
        int end = 0;
        while (end < text.length() && wordSign(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The words up to the first space, comma, semicolon or the like, as evidence. */
    static Evidence leading(Evidence words) {
        return words.part(0, leading(words.words()).length());
    }

    /** What stands behind {@code " from "}, empty if that is not there. */
    static String from(String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(" from ");
        return at < 0 ? "" : text.substring(at + 6).strip();
    }

    static boolean number(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A mark for a word of {@code nginx}'s kind; null for a word that is none. */
    static @Nullable CacheMark mark(CacheVendor vendor, Evidence words) {
        Evidence word = leading(words);
        CacheState state = state(word.words());
        return state == null
                ? null
                : CacheMark.of(vendor, state, word)
                        .quirkIf(word.words().equalsIgnoreCase("updating"), Quirk.UPDATING_IS_STALE)
                        .quirkIf(word.words().equalsIgnoreCase("grace"), Quirk.GRACE);
    }

    private static boolean wordSign(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}

package dev.hopscope.ui.cache;

import dev.hopscope.inspect.cache.CacheState;
import dev.hopscope.inspect.cache.Fact;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.inspect.cache.Quirk;
import dev.hopscope.ui.kit.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What marks are called on the screen. Pure, any thread. */
public final class CacheWords {
    private static final Map<CacheState, String> SHORT = new EnumMap<>(CacheState.class);
    /** Behind all states: rows that no cache says anything of. */
    private static final int NO_MARK = 100;

    static {
        for (CacheState state : CacheState.values()) {
            SHORT.put(state, Messages.text("cache.state." + name(state)));
        }
    }

    private CacheWords() {}

    /** {@code HIT}, {@code REVAL}. */
    public static String word(CacheState state) {
        return SHORT.getOrDefault(state, state.name());
    }

    /** The word of the layer that decided; empty for no layer. */
    public static String word(PackedMarks marks) {
        OptionalInt decided = marks.decided();
        return decided.isEmpty() ? "" : word(marks.state(decided.getAsInt()));
    }

    /** By the state that decided, as {@link CacheState} is ordered; rows without a mark last. */
    public static int order(PackedMarks marks) {
        OptionalInt decided = marks.decided();
        return decided.isEmpty() ? NO_MARK : marks.state(decided.getAsInt()).ordinal();
    }

    /** {@code Fastly HIT, then Varnish MISS}: from the client to the origin; empty for no layer. */
    public static String layers(PackedMarks marks) {
        String layers = IntStream.range(0, marks.size())
                .mapToObj(i -> marks.vendor(i).title() + " " + word(marks.state(i)))
                .collect(Collectors.joining(Messages.text("cache.then")));
        return marks.more() ? layers + Messages.text("cache.more") : layers;
    }

    /** What a cache in this state did, as a sentence. */
    static String sentence(CacheState state) {
        return Messages.text("cache.says." + name(state));
    }

    static String quirk(Quirk quirk) {
        return Messages.text("cache.quirk." + name(quirk));
    }

    /** {@code used 14 times before}; the value as the cache wrote it. */
    static String fact(Fact fact) {
        return Messages.text("cache.fact." + name(fact.kind()), fact.value());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

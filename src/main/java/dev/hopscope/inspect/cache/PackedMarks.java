package dev.hopscope.inspect.cache;

import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a row in one number, so that a million rows can have them: for each of the first six layers its state in four bits and its vendor in six, and whether
 * there were more. Immutable, any thread. Keeps no evidence.
 */
public record PackedMarks(long bits) {
    public static final PackedMarks NONE = new PackedMarks(0);

    private static final int MOST = 6;
    private static final int BITS = 10;
    private static final long MORE = 1L << 60;
    private static final CacheState[] STATES = CacheState.values();

    /** The bits of an exchange: for its row. @param request null where it is not known */
    public static long bits(@Nullable RequestHead request, ResponseHead response) {
        return of(CacheMarks.of(request, response)).bits();
    }

    /** @param layers as {@link CacheMarks} gives them */
    public static PackedMarks of(List<CacheMark> layers) {
        long bits = layers.size() > MOST ? MORE : 0;
        for (int i = 0; i < Math.min(MOST, layers.size()); i++) {
            CacheMark mark = layers.get(i);
            long layer = (long) CacheVendors.number(mark.vendor()) << 4
                    | mark.state().ordinal() + 1;
            bits |= layer << BITS * i;
        }
        return new PackedMarks(bits);
    }

    /** Layers kept, at most six. */
    public int size() {
        return (63 - Long.numberOfLeadingZeros(bits & ~MORE) + BITS) / BITS;
    }

    /** Whether there were more layers than are kept. */
    public boolean more() {
        return (bits & MORE) != 0;
    }

    public CacheState state(int layer) {
        return STATES[Math.clamp((bits >>> BITS * layer & 15) - 1, 0, STATES.length - 1)];
    }

    /** The vendor of a layer. */
    public CacheVendor vendor(int layer) {
        int number = (int) (bits >>> BITS * layer + 4 & 63);
        return CacheVendors.ALL.get(Math.clamp(number - 1, 0, CacheVendors.ALL.size() - 1));
    }

    /** The layer that decided, as {@link CacheMarks#decided} says. */
    public OptionalInt decided() {
        return CacheMarks.decided(size(), this::state, i -> vendor(i).place() == Place.CLIENT);
    }

    /** Whether the content came from a cache. */
    public boolean answered() {
        OptionalInt layer = decided();
        return layer.isPresent() && state(layer.getAsInt()).answered();
    }
}

package dev.hopscope.inspect.cache;

import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what all caches on the way of a response did, from the client to the origin. Pure functions, any thread; never throws. */
public final class CacheMarks {
    private CacheMarks() {}

    /** The marks of an exchange as its client got it; none while there is no response. */
    public static List<CacheMark> of(HttpExchange exchange) {
        ResponseHead response = exchange.heads().response();
        return response == null ? List.of() : of(exchange.heads().requestReceived(), response);
    }

    /**
     * The marks of one layer after the other, that nearest to the client first.
     *
     * @param request as the client sent it; null where it is not known
     */
    public static List<CacheMark> of(@Nullable RequestHead request, ResponseHead response) {
        long called = called(response.headers())
                | (request == null ? 0 : called(request.headers()))
                | (response.status() == 304 ? CacheVendors.calledBy("if-none-match") : 0);
        if (called == 0) {
            return List.of();
        }
        Reading reading = new Reading(request, response);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < CacheVendors.ALL.size(); i++) {
            if ((called & 1L << i) != 0) {
                add(CacheVendors.ALL.get(i).marks(reading), reading, layers);
            }
        }
        return layered(layers, reading.marks());
    }

    /**
     * Where a mark stands.
     *
     * @param lead the evidence of its vendor's mark nearest to the client
     * @param index in {@link Reading#marks}, the vendor's own order
     */
    private record Layer(Place place, Evidence lead, int index) {}

    private static void add(List<CacheMark> marks, Reading reading, List<Layer> into) {
        for (CacheMark mark : marks) {
            Evidence lead = marks.getFirst().evidence().getFirst();
            into.add(new Layer(mark.place(), lead, reading.marks().size()));
            reading.marks().add(mark);
        }
    }

    private static long called(Headers headers) {
        long called = 0;
        for (int i = 0; i < headers.size(); i++) {
            called |= CacheVendors.calledBy(headers.name(i).toLowerCase(Locale.ROOT));
        }
        return called;
    }

    /** Each proxy adds behind what it got, in a list as in a head: what comes later is nearer to the client. */
    private static List<CacheMark> layered(List<Layer> order, List<CacheMark> marks) {
        order.sort(Comparator.comparing(Layer::place)
                .thenComparing(layer -> -layer.lead().line())
                .thenComparing(layer -> -layer.lead().from())
                .thenComparing(Layer::index));
        List<CacheMark> layers = new ArrayList<>();
        order.forEach(layer -> layers.add(marks.get(layer.index())));
        boolean behind = false;
        for (int i = 0; i < layers.size(); i++) {
            CacheMark mark = layers.get(i);
            if (behind) {
                layers.set(i, mark.quirk(Quirk.REPEATED));
            }
            behind |= mark.state().askedNobody();
        }
        return List.copyOf(layers);
    }

    /** Which layer decided what the client got: the first that answered, else the first that says something; empty for no layer. */
    public static OptionalInt decided(List<CacheMark> layers) {
        return decided(
                layers.size(), i -> layers.get(i).state(), i -> layers.get(i).place() == Place.CLIENT);
    }

    /** The same of layers without their places. */
    public static OptionalInt decided(int layers, IntFunction<CacheState> state) {
        return decided(layers, state, i -> false);
    }

    static OptionalInt decided(int layers, IntFunction<CacheState> state, IntFunction<Boolean> client) {
        int saying = -1;
        for (int i = 0; i < layers; i++) {
            if (state.apply(i).answered()) {
                return OptionalInt.of(i);
            }
            boolean says = state.apply(i) != CacheState.UNKNOWN && !client.apply(i);
            if (saying < 0 && says) {
                saying = i;
            }
        }
        return layers == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(0, saying));
    }
}

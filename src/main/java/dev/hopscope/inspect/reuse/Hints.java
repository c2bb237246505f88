package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.CacheControl;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Validation;
import dev.hopscope.exchange.Headers;
import dev.hopscope.inspect.reuse.Hint.Kind;
import dev.hopscope.inspect.reuse.Simulation.Saved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What to change, each tried on the rows themselves: a hint is given only where it saves something and no answer would have been out of date. Pure; asks now and
 * then whether to go on.
 */
final class Hints {
    /** Lifetimes that are tried, seconds; the shortest that saves the most is named. */
    private static final List<Long> LIFETIMES = List.of(10L, 60L, 300L, 3600L, 86_400L, 604_800L);

    private final List<Visit> visits;
    private final Saved sharedBase;
    private final Saved ownBase;
    private final BooleanSupplier wanted;
    private final List<Hint> found = new ArrayList<>();

    private Hints(List<Visit> visits, BooleanSupplier wanted) {
        this.visits = visits;
        this.wanted = wanted;
        sharedBase = Simulation.run(visits, CachingOptions.SHARED, v -> v);
        ownBase = Simulation.run(visits, CachingOptions.PRIVATE, v -> v);
    }

    /** Those that save most first. */
    static List<Hint> of(List<Visit> visits, BooleanSupplier wanted) {
        Hints hints = new Hints(visits, wanted);
        hints.collect();
        hints.found.sort(Comparator.comparingLong(Hint::octets).reversed().thenComparing(h -> -h.requests()));
        return List.copyOf(hints.found);
    }

    private void collect() {
        useACache();
        RowChecks.neverVaries(withContent())
                .keySet()
                .forEach(field -> tryOut(Kind.DROP_FROM_VARY, List.of(field), v -> Changes.withoutVary(v, field)));
        lifetime(Kind.LIFETIME, "", v -> v);
        together();
        if (any(v -> Validation.conditions(v.stored()).isEmpty())) {
            tryOut(Kind.VALIDATOR, List.of(), Changes::withTagOfContent);
        } else if (RowChecks.etagsDiffer(withContent())) {
            tryOut(Kind.STABLE_TAG, List.of(), Changes::withTagOfContent);
        }
        if (any(v -> CacheControl.of(v.response().headers()).has("no-store"))) {
            tryOut(Kind.NO_CACHE_FOR_NO_STORE, List.of(), Changes::withNoCacheForNoStore);
        }
        if (any(v -> asksPast(v.request().headers()))) {
            tryOut(Kind.PLAIN_REQUEST, List.of(), Changes::withPlainRequest);
        }
        honourCondition();
    }

    private static boolean asksPast(Headers asked) {
        CacheControl control = CacheControl.of(asked);
        return control.has("no-cache") || control.has("max-age") || control.has("no-store") || asked.has("Pragma");
    }

    private List<Visit> withContent() {
        return visits.stream()
                .filter(v -> v.print() != null && v.response().status() == 200 && v.whole())
                .toList();
    }

    private boolean any(Predicate<Visit> condition) {
        return visits.stream().anyMatch(condition);
    }

    private void useACache() {
        boolean shared = sharedBase.requests() >= ownBase.requests();
        Saved saved = shared ? sharedBase : ownBase;
        if (saved.requests() > 0 && saved.outdated() == 0) {
            found.add(new Hint(Kind.USE_A_CACHE, List.of(), shared, saved.requests(), saved.octets()));
        }
    }

    /** What one change alone does not save. */
    private void together() {
        Set<String> fields = RowChecks.neverVaries(withContent()).keySet();
        if (fields.isEmpty()) {
            return;
        }
        UnaryOperator<Visit> dropped = visit -> {
            Visit changed = visit;
            for (String field : fields) {
                changed = Changes.withoutVary(changed, field);
            }
            return changed;
        };
        String names = String.join(", ", fields);
        lifetime(Kind.DROP_AND_LIFETIME, names, dropped);
        if (RowChecks.etagsDiffer(withContent())) {
            Hint hint = tried(Kind.DROP_AND_TAG, List.of(names), v -> Changes.withTagOfContent(dropped.apply(v)));
            addIfMore(hint);
        }
    }

    /** Of a change together with another: only where it saves more than what was found so far. */
    private void addIfMore(@Nullable Hint hint) {
        if (hint != null
                && found.stream().allMatch(h -> h.requests() < hint.requests() || h.octets() < hint.octets())) {
            found.add(hint);
        }
    }

    private void lifetime(Kind kind, String names, UnaryOperator<Visit> first) {
        Hint best = null;
        if (any(v -> CacheControl.of(v.response().headers()).has("no-store"))) {
            return; // a lifetime is not what is missing
        }
        for (long seconds : LIFETIMES) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            Hint hint = tried(
                    kind, List.of(Long.toString(seconds), names), v -> Changes.withLifetime(first.apply(v), seconds));
            if (hint != null && (best == null || hint.requests() > best.requests())) {
                best = hint;
            }
        }
        if (best != null && best.requests() > 0) {
            if (kind == Kind.LIFETIME) {
                found.add(best);
            } else {
                addIfMore(best);
            }
        }
    }

    private void honourCondition() {
        int ignored = 0;
        long octets = 0;
        for (Visit visit : visits) {
            if (visit.forwarded() && HeadChecks.ignoresCondition(visit)) {
                ignored++;
                octets += visit.octets();
            }
        }
        if (ignored > 0) {
            found.add(new Hint(Kind.HONOUR_CONDITION, List.of(Integer.toString(ignored)), true, 0, octets));
        }
    }

    private void tryOut(Kind kind, List<String> values, UnaryOperator<Visit> change) {
        Hint hint = wanted.getAsBoolean() ? tried(kind, values, change) : null;
        if (hint != null) {
            found.add(hint);
        }
    }

    /** In the kind of cache that saves more; null where neither saves anything, or an answer would have been out of date. */
    private @Nullable Hint tried(Kind kind, List<String> values, UnaryOperator<Visit> change) {
        Saved shared = Simulation.run(visits, CachingOptions.SHARED, change).beyond(sharedBase);
        Saved own = Simulation.run(visits, CachingOptions.PRIVATE, change).beyond(ownBase);
        Hint inShared = hint(kind, values, true, shared);
        Hint inOwn = hint(kind, values, false, own);
        if (inShared == null || inOwn == null) {
            return inShared == null ? inOwn : inShared;
        }
        return inOwn.requests() > inShared.requests() || inOwn.octets() > inShared.octets() ? inOwn : inShared;
    }

    private static @Nullable Hint hint(Kind kind, List<String> values, boolean shared, Saved saved) {
        boolean saves = saved.requests() > 0 || saved.requests() == 0 && saved.octets() > 0;
        return saves && saved.outdated() <= 0
                ? new Hint(kind, values, shared, saved.requests(), Math.max(0, saved.octets()))
                : null;
    }
}

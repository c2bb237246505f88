package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Invalidation;
import dev.hopscope.caching.Reuse;
import dev.hopscope.caching.ReuseDecision;
import dev.hopscope.caching.ReuseDecision.Outcome;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Storing;
import dev.hopscope.caching.Validation;
import dev.hopscope.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plays the rows of one URL through a cache that was not there, and counts what it would have saved. Pure. Decides by {@code caching} alone. */
final class Simulation {
    /**
     * @param requests that would not have gone on
     * @param octets of content that would not have been sent
     * @param outdated answers among them whose content differs from what the origin sent
     */
    record Saved(int requests, long octets, int outdated) {
        static final Saved NOTHING = new Saved(0, 0, 0);

        Saved beyond(Saved base) {
            return new Saved(requests - base.requests, octets - base.octets, outdated - base.outdated);
        }
    }

    private record Copy(Visit from, Stored stored) {}

    private final CachingOptions options;
    private final Map<String, List<Copy>> stores = new HashMap<>();
    private int requests;
    private long octets;
    private int outdated;

    private Simulation(CachingOptions options) {
        this.options = options;
    }

    /** @param change what is changed in each row before the cache sees it */
    static Saved run(List<Visit> visits, CachingOptions options, UnaryOperator<Visit> change) {
        Simulation simulation = new Simulation(options);
        visits.forEach(visit -> simulation.play(change.apply(visit)));
        return new Saved(simulation.requests, simulation.octets, simulation.outdated);
    }

    private void play(Visit visit) {
        List<Copy> copies = stores.computeIfAbsent(
                options.shared() ? "" : visit.client() + " " + visit.program(), who -> new ArrayList<>());
        if (Invalidation.targets(visit.request(), visit.uri(), visit.response()).contains(visit.uri())) {
            stores.values().forEach(List::clear);
        }
        String method = visit.request().method();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        Copy copy = reads && Reuse.bypass(visit.request()) == null ? best(copies, visit) : null;
        if (copy != null
                && Reuse.decide(visit.request(), copy.stored, visit.asked(), options)
                        .answers()) {
            if (visit.forwarded()) {
                requests++;
                octets += visit.octets();
                outdated += copy.from.otherContent(visit) ? 1 : 0;
            }
        } else if (visit.response().status() == 304) {
            if (copy != null) {
                renew(copies, copy, visit.response(), visit);
            }
        } else {
            boolean asked = copy != null && !Validation.conditions(copy.stored).isEmpty();
            if (asked && copy != null && visit.forwarded() && sameTag(copy, visit)) {
                octets += visit.octets();
            }
            store(copies, visit);
        }
    }

    /** Whether the origin would have said that the copy is current. */
    private static boolean sameTag(Copy copy, Visit visit) {
        String then = Validation.etag(copy.stored.response().headers());
        String now = Validation.etag(visit.response().headers());
        if (then == null || now == null) {
            String modified = copy.stored.response().headers().first("Last-Modified");
            return copy.from.sameContent(visit)
                    && modified != null
                    && modified.equals(visit.response().headers().first("Last-Modified"));
        }
        return copy.from.sameContent(visit) && Validation.opaque(then).equals(Validation.opaque(now));
    }

    private @Nullable Copy best(List<Copy> copies, Visit visit) {
        Copy found = null;
        for (Copy copy : copies) {
            if (copy.from.ended().isAfter(visit.asked())) {
                continue;
            }
            ReuseDecision decision = Reuse.decide(visit.request(), copy.stored, visit.asked(), options);
            if (decision.outcome() != Outcome.OTHER) {
                found = copy;
                if (decision.answers()) {
                    return copy;
                }
            }
        }
        return found;
    }

    private void renew(List<Copy> copies, Copy copy, ResponseHead head, Visit by) {
        copies.remove(copy);
        copies.add(new Copy(copy.from, Validation.updated(copy.stored, head, by.requested(), by.received(), options)));
    }

    private void store(List<Copy> copies, Visit visit) {
        if (!visit.whole()
                || !Storing.decide(visit.request(), visit.uri(), visit.response(), visit.received(), options)
                        .store()) {
            return;
        }
        copies.removeIf(old -> Reuse.decide(visit.request(), old.stored, visit.received(), options)
                        .outcome()
                != Outcome.OTHER);
        Stored stored = visit.stored();
        copies.add(new Copy(
                visit,
                new Stored(
                        stored.selecting(),
                        Storing.kept(visit.response(), visit.received(), options),
                        stored.requested(),
                        stored.received())));
    }
}

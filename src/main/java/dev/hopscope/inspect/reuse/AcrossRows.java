package dev.hopscope.inspect.reuse;

import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Reason;
import dev.hopscope.caching.Reuse;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.inspect.cache.CacheMark;
import dev.hopscope.inspect.cache.CacheMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one URL tell about caches, seen from one of them. Immutable; made off the screen's thread.
 *
 * @param never why no cache at all could have answered the request; null where one might
 * @param earlier rows before it that have a response, newest first
 * @param rows those looked at, the one it is seen from among them
 * @param hits of {@code rows}, those answered from a cache, as the caches say
 */
public record AcrossRows(
        @Nullable Never never,
        List<EarlierRow> earlier,
        List<Contradiction> contradictions,
        List<Hint> hints,
        int rows,
        int hits,
        long octets,
        long hitOctets) {
    /** Why a request is none for caches. */
    public enum Never {
        METHOD,
        NO_STORE,
        CONDITION_FOR_ORIGIN,
        NO_RESPONSE
    }

    /**
     * @param selected the row it is seen from
     * @param others further rows of the same URL, before and after it; those of other URLs are left out
     * @param wanted asked now and then whether to go on
     * @return null where it gave up
     */
    public static @Nullable AcrossRows of(
            HttpExchange selected, List<HttpExchange> others, BodyPrints prints, BooleanSupplier wanted) {
        Visit seen = Visit.of(selected, prints);
        if (seen == null) {
            return new AcrossRows(Never.NO_RESPONSE, List.of(), List.of(), List.of(), 0, 0, 0, 0);
        }
        List<Visit> visits = new ArrayList<>(List.of(seen));
        for (HttpExchange other : others) {
            if (!wanted.getAsBoolean()) {
                return null;
            }
            Visit visit = Visit.of(other, prints);
            if (visit != null && visit.uri().equals(seen.uri()) && !visit.id().equals(seen.id())) {
                visits.add(visit);
            }
        }
        visits.sort((a, b) -> a.id().compareTo(b.id()));
        List<Contradiction> contradictions = new ArrayList<>(HeadChecks.of(seen));
        contradictions.addAll(RowChecks.of(visits));
        List<Hint> hints = Hints.of(visits, wanted);
        Never never = never(seen.request());
        List<EarlierRow> earlier = never == null ? earlier(seen, visits) : List.of();
        return wanted.getAsBoolean() ? summed(never, earlier, contradictions, hints, visits) : null;
    }

    private static AcrossRows summed(
            @Nullable Never never,
            List<EarlierRow> earlier,
            List<Contradiction> contradictions,
            List<Hint> hints,
            List<Visit> visits) {
        List<Visit> hits = visits.stream()
                .filter(v -> CacheMarks.of(v.request(), v.response()).stream().anyMatch(AcrossRows::answered))
                .toList();
        return new AcrossRows(
                never,
                earlier,
                contradictions,
                hints,
                visits.size(),
                hits.size(),
                visits.stream().mapToLong(Visit::octets).sum(),
                hits.stream().mapToLong(Visit::octets).sum());
    }

    private static boolean answered(CacheMark mark) {
        return mark.state().answered();
    }

    /** RFC 9111 §4, §5.2.1.5; RFC 9110 §13.2.1. */
    private static @Nullable Never never(RequestHead request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Never.METHOD;
        }
        Reason bypass = Reuse.bypass(request);
        if (bypass != null) {
            return Never.NO_STORE;
        }
        return request.headers().has("If-Match") || request.headers().has("If-Unmodified-Since")
                ? Never.CONDITION_FOR_ORIGIN
                : null;
    }

    private static List<EarlierRow> earlier(Visit seen, List<Visit> visits) {
        List<Visit> before =
                visits.stream().filter(v -> v.id().compareTo(seen.id()) < 0).toList();
        List<Visit> own = before.stream().filter(v -> v.sameClient(seen)).toList();
        History shared = History.before(seen, before, CachingOptions.SHARED);
        History client = History.before(seen, own, CachingOptions.PRIVATE);
        List<EarlierRow> rows = new ArrayList<>();
        for (Visit visit : before.reversed()) {
            rows.add(new EarlierRow(
                    visit.id(),
                    visit.asked(),
                    visit.response().status(),
                    shared.judge(visit, seen),
                    visit.sameClient(seen) ? client.judge(visit, seen) : null));
        }
        return rows;
    }

    /** Whether some earlier row could have answered. */
    public long could() {
        return earlier.stream()
                .filter(row -> row.best().answer() == EarlierRow.Answer.COULD)
                .count();
    }
}

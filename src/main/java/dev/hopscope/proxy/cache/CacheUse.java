package dev.hopscope.proxy.cache;

import dev.hopscope.caching.ByteRange;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Invalidation;
import dev.hopscope.caching.Reason;
import dev.hopscope.caching.Reuse;
import dev.hopscope.caching.ReuseDecision;
import dev.hopscope.caching.ReuseDecision.Outcome;
import dev.hopscope.caching.Rule;
import dev.hopscope.caching.StoreDecision;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Storing;
import dev.hopscope.caching.Validation;
import dev.hopscope.caching.Vary;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cache's part in one exchange: looks up, says what to do, takes what comes to be stored. On the exchange's event loop. Sends nothing, and leaves what is
 * allowed to {@link dev.hopscope.caching}.
 */
public final class CacheUse {
    private static final int PIECE = 64 * 1024;
    /** Octets after which nobody is kept waiting for the rest. */
    private static final long LONG = 1 << 20;
    /** Octets that may wait to be written, of all responses together. */
    private static final long BEHIND = 32L << 20;

    private static final int MOST_VARIANTS = 64;

    private final HttpCache cache;
    private final CachingOptions rules;
    private final String uri;
    private final @Nullable String scope;
    private final RequestHead request;
    private final boolean plain;

    private CacheStatus.@Nullable Forward forward;
    private @Nullable Rule detail;
    private @Nullable Entry entry;
    private @Nullable ReuseDecision decision;
    private Headers conditions = Headers.EMPTY;
    private boolean waited;
    private boolean collapsed;
    private boolean leading;
    private Instant requested = Instant.EPOCH;
    private @Nullable Stored arriving;
    private Store.@Nullable Content content;
    private byte[] piece = new byte[0];
    private int filled;
    private String status = "";

    CacheUse(HttpCache cache, String uri, @Nullable String scope, RequestHead request, boolean plain) {
        this.cache = cache;
        this.rules = cache.rules();
        this.uri = uri;
        this.scope = scope;
        this.request = request;
        this.plain = plain;
    }

    // ---- the request

    /** What to do with the request now. */
    public CacheStep next(Instant now) {
        if (!cache.ready()) {
            return new CacheStep.Wait();
        }
        Reason bypass = Reuse.bypass(request);
        if (cache.broken() || scope == null || bypass != null) {
            return passBy(CacheStatus.Forward.BYPASS, bypass == null ? null : bypass.rule());
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return passBy(CacheStatus.Forward.METHOD, null);
        }
        if (!plain || conditionalForOrigin()) {
            return passBy(CacheStatus.Forward.BYPASS, null);
        }
        look(now);
        ReuseDecision found = decision;
        if (found != null && found.answers()) {
            return new CacheStep.Answer(answer(found, now, 0));
        }
        Reason only = Reuse.onlyIfCached(request);
        if (only != null) {
            status = new CacheStatus(forward, 0, OptionalLong.empty(), false, false, only.rule()).text();
            return new CacheStep.Nothing(only.rule().words());
        }
        return forward();
    }

    private CacheStep passBy(CacheStatus.Forward why, @Nullable Rule rule) {
        forward = why;
        detail = rule;
        return new CacheStep.Forward(Headers.EMPTY);
    }

    /** RFC 9110 §13.2.1: these conditions are for the origin to judge. */
    private boolean conditionalForOrigin() {
        return request.headers().has("If-Match") || request.headers().has("If-Unmodified-Since");
    }

    private CacheStep forward() {
        boolean sharable = request.method().equals("GET") && !request.headers().has("Range") && !ownQuestion();
        if (sharable && !waited && cache.flights().shared(key())) {
            return new CacheStep.Wait();
        }
        leading = sharable && cache.flights().begin(key());
        Entry stale = entry;
        conditions = stale == null || request.method().equals("HEAD")
                ? Headers.EMPTY
                : Validation.conditions(stale.stored());
        return new CacheStep.Forward(conditions);
    }

    /** Whether the request wants an answer of its own, or one that is no other's. */
    private boolean ownQuestion() {
        return forward == CacheStatus.Forward.REQUEST || request.headers().has("Authorization");
    }

    /** Calls back on the loop when {@link #next} is to be asked again. */
    public void whenReady(Executor loop, Runnable then) {
        if (!cache.ready()) {
            cache.whenReady(loop, then);
            return;
        }
        waited = true;
        cache.flights().await(key(), loop, then);
    }

    /** Finds the entry that answers, or the one to validate. */
    private void look(Instant now) {
        entry = null;
        decision = null;
        List<Entry> variants = cache.store().index().variants(key());
        boolean part = false;
        for (Entry candidate : newestFirst(variants)) {
            ReuseDecision found = Reuse.decide(request, candidate.stored(), now, rules);
            part |= found.deciding().rule() == Rule.OTHER_PART;
            boolean better = decision == null || found.answers() && !decision.answers();
            if (found.outcome() != Outcome.OTHER && better) {
                entry = candidate;
                decision = found;
            }
        }
        ReuseDecision found = decision;
        if (found == null) {
            forward = variants.isEmpty()
                    ? CacheStatus.Forward.URI_MISS
                    : part ? CacheStatus.Forward.PARTIAL : CacheStatus.Forward.VARY_MISS;
            return;
        }
        collapsed = waited && found.answers();
        if (!collapsed) {
            forward = found.answers() ? null : reasonToForward(found);
        }
        if (entry != null) {
            cache.store().index().used(entry);
        }
    }

    /** RFC 9111 §4: of several that match the most recent by Date. */
    private static List<Entry> newestFirst(List<Entry> variants) {
        return variants.size() < 2
                ? variants
                : variants.stream()
                        .sorted(Comparator.comparing((Entry e) -> e.stored().date())
                                .reversed())
                        .toList();
    }

    private static CacheStatus.Forward reasonToForward(ReuseDecision found) {
        return switch (found.deciding().rule()) {
            case REQUEST_NO_CACHE, REQUEST_PRAGMA, REQUEST_MAX_AGE, REQUEST_MIN_FRESH -> CacheStatus.Forward.REQUEST;
            default -> CacheStatus.Forward.STALE;
        };
    }

    private StoredAnswer answer(ReuseDecision found, Instant now, int forwardStatus) {
        Entry chosen = chosen();
        chosen.answers(now);
        Rule why = found.outcome() == Outcome.ANSWER ? null : found.deciding().rule();
        status = new CacheStatus(forward, forwardStatus, OptionalLong.of(found.ttl()), false, collapsed, why).text();
        boolean validate = found.outcome() == Outcome.ANSWER_AND_VALIDATE;
        return Answers.of(request, chosen.stored(), chosen.length(), now, status, validate);
    }

    /**
     * Opens the content of the response that answers.
     *
     * @param taker gets it on the loop; null where it is lost, and {@link #next} is to be asked again
     */
    public void open(Executor loop, Consumer<@Nullable StoredContent> taker) {
        Store store = cache.store();
        store.open(chosen(), file -> {
            StoredContent opened = file == null ? null : new StoredContent(store, file);
            loop.execute(() -> taker.accept(opened));
        });
    }

    private Entry chosen() {
        Entry known = entry;
        if (known == null) {
            throw new IllegalStateException("nothing stored was chosen");
        }
        return known;
    }

    /** For a validation in the background; null where one is under way already. */
    public @Nullable CacheUse validation() {
        if (!cache.flights().begin(key())) {
            return null;
        }
        CacheUse use = new CacheUse(cache, uri, scope, request, true);
        use.entry = entry;
        use.decision = decision;
        use.leading = true;
        use.forward = CacheStatus.Forward.STALE;
        use.conditions = Validation.conditions(chosen().stored());
        return use;
    }

    public Headers conditions() {
        return conditions;
    }

    /** The request goes out now. */
    public void forwarded(Instant now) {
        requested = now;
    }

    // ---- the response

    /**
     * What to do with the response of the origin.
     *
     * @param delimited whether the end of its content can be told from a connection that breaks
     */
    public CacheVerdict response(ResponseHead head, boolean delimited, Instant now) {
        Entry asked = entry;
        if (asked != null && head.status() == 304 && !conditions.isEmpty()) {
            return notModified(asked, head, now);
        }
        if (asked != null && head.status() >= 500 && head.status() <= 504 && head.status() != 501) {
            StoredAnswer instead = insteadOf(true, head.status(), now);
            if (instead != null) {
                return new CacheVerdict.Answer(instead);
            }
        }
        if (scope != null && !cache.broken()) {
            Invalidation.targets(request, uri, head).forEach(this::invalidate);
            if (request.method().equals("HEAD") && head.status() == 200 && asked != null) {
                freshen(asked, head, now);
            }
            store(head, delimited, now);
        }
        boolean stores = content != null;
        if (!stores) {
            land(false);
        }
        status = new CacheStatus(forward, 0, OptionalLong.empty(), stores, false, stores ? null : detail).text();
        return new CacheVerdict.Pass();
    }

    private CacheVerdict notModified(Entry asked, ResponseHead head, Instant now) {
        if (Validation.selects(asked.stored(), head).rule() == Rule.OTHER_VALIDATOR) {
            cache.store().remove(asked);
            entry = null;
            conditions = Headers.EMPTY;
            return new CacheVerdict.Again();
        }
        cache.store().update(asked, Validation.updated(asked.stored(), head, requested, now, rules));
        land(true);
        asked.answers(now);
        Stored current = asked.stored();
        ReuseDecision found = Reuse.decide(request, current, now, rules);
        status = new CacheStatus(forward, 304, OptionalLong.of(found.ttl()), true, false, null).text();
        return new CacheVerdict.Answer(Answers.of(request, current, asked.length(), now, status, false));
    }

    private void freshen(Entry asked, ResponseHead head, Instant now) {
        if (Validation.headSelects(asked.stored(), head).rule() == Rule.HEAD_DIFFERS) {
            cache.store().remove(asked);
        } else {
            cache.store().update(asked, Validation.updated(asked.stored(), head, requested, now, rules));
        }
    }

    /** What answers in place of an origin that failed before it answered; null where nothing may. */
    public @Nullable StoredAnswer afterFailure(Instant now) {
        return insteadOf(false, 0, now);
    }

    private @Nullable StoredAnswer insteadOf(boolean reached, int forwardStatus, Instant now) {
        Entry stale = entry;
        if (stale == null || forward == CacheStatus.Forward.BYPASS || forward == CacheStatus.Forward.METHOD) {
            return null;
        }
        ReuseDecision found = Reuse.onError(request, stale.stored(), reached, now, rules);
        if (!found.answers()) {
            return null;
        }
        land(false);
        return answer(found, now, forwardStatus);
    }

    private void invalidate(String target) {
        cache.store().index().variants(scope + target).forEach(cache.store()::remove);
    }

    private void store(ResponseHead head, boolean delimited, Instant now) {
        boolean lookedAt = forward != CacheStatus.Forward.BYPASS
                && (plain || request.method().equals("POST"));
        if (!lookedAt) {
            return;
        }
        StoreDecision decided = Storing.decide(request, uri, head, now, rules);
        if (!decided.store()) {
            detail = decided.deciding().rule();
            return;
        }
        String length = head.headers().first("Content-Length");
        boolean tooLong = length != null && length.length() < 19 && Long.parseLong(length) > cache.largest();
        if (!delimited || tooLong) {
            return;
        }
        Headers selecting = Vary.selecting(request.headers(), head.headers());
        arriving = new Stored(selecting, Storing.kept(head, now, rules), requested, now);
        content = cache.store().begin();
    }

    /** Content of the response, transfer coding removed. Moves no index. */
    public void content(ByteBuf from, int index, int length) {
        Store.Content to = content;
        if (to == null) {
            return;
        }
        if (to.length() + filled + length > cache.largest()
                || cache.store().waiting().get() > BEHIND) {
            abort();
            return;
        }
        int at = index;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                flush(to);
                piece = new byte[Math.min(PIECE, Math.max(left, Math.min(PIECE, 4 * piece.length)))];
            }
            int n = Math.min(left, piece.length - filled);
            from.getBytes(at, piece, filled, n);
            filled += n;
            at += n;
            left -= n;
        }
        if (leading && to.length() > LONG) {
            land(false);
        }
    }

    private void flush(Store.Content to) {
        if (filled > 0) {
            to.write(filled == piece.length ? piece : Arrays.copyOf(piece, filled));
            filled = 0;
        }
    }

    /** The response was read whole: from now on it answers. */
    public void complete() {
        Store.Content to = content;
        Stored stored = arriving;
        if (to != null && stored != null) {
            flush(to);
            ByteRange part = ByteRange.held(stored.response());
            if (part != null && part.length() != to.length()) {
                abort(); // not the part it says it is
                return;
            }
            content = null;
            replace(stored);
            to.finish(key(), stored);
        }
        land(to != null);
    }

    /** Removes what the response replaces: all that would have been chosen for the same request. */
    private void replace(Stored stored) {
        List<Entry> variants = cache.store().index().variants(key());
        for (Entry old : variants) {
            if (replaces(stored, old.stored())) {
                cache.store().remove(old);
            }
        }
        for (int i = MOST_VARIANTS; i < variants.size(); i++) {
            cache.store().remove(variants.get(i));
        }
    }

    /** A whole response replaces all of its variant; a part those parts it answers for, and a whole that it is no part of. */
    private boolean replaces(Stored stored, Stored old) {
        if (stored.response().status() != 206) {
            return Reuse.sameVariant(request, old);
        }
        boolean chosen = Reuse.decide(request, old, stored.received(), rules).outcome() != Outcome.OTHER;
        return chosen && (old.response().status() == 206 || !Validation.sameRepresentation(old, stored));
    }

    /** The response stays incomplete, or the exchange ends otherwise: nothing of it is kept. */
    public void abort() {
        Store.Content to = content;
        content = null;
        if (to != null) {
            to.abort();
        }
        land(false);
    }

    private void land(boolean stored) {
        if (leading) {
            leading = false;
            cache.flights().end(key(), stored);
        }
    }

    /** Our member of Cache-Status for what was decided last. */
    public String status() {
        return status.isEmpty()
                ? new CacheStatus(forward, 0, OptionalLong.empty(), false, false, detail).text()
                : status;
    }

    private String key() {
        return scope + uri;
    }
}

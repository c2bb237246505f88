package dev.hopscope.ui.cache;

import dev.hopscope.caching.Age;
import dev.hopscope.caching.CacheControl;
import dev.hopscope.caching.CachingOptions;
import dev.hopscope.caching.Lifetime;
import dev.hopscope.caching.Reason;
import dev.hopscope.caching.Reuse;
import dev.hopscope.caching.ReuseDecision;
import dev.hopscope.caching.StoreDecision;
import dev.hopscope.caching.Stored;
import dev.hopscope.caching.Storing;
import dev.hopscope.caching.Vary;
import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What RFC 9111 lets caches do with a response, step by step, by the same decisions our own cache takes. Immutable; made off the screen's thread. Looks at this one
 * exchange alone.
 *
 * @param born when the copy left the origin, as its Date and Age tell
 * @param now the moment it is judged for
 */
public record CacheVerdict(List<Step> steps, List<Lane> lanes, Instant born, Instant now) {
    /** How a step is marked. */
    public enum Kind {
        YES,
        NO,
        SUM,
        NOTE
    }

    /**
     * One step.
     *
     * @param line the field that decides, empty where none does
     * @param section of the standard; maybe empty
     */
    public record Step(Kind kind, String words, String line, String section) {}

    /**
     * How long one kind of cache may use the copy, in seconds from {@link #born}.
     *
     * @param fresh 0 where it may not be stored, or is never fresh
     * @param usable at least {@code fresh}: until then it may be used while it is validated
     * @param onError at least {@code usable}: until then it may be used where the origin fails
     */
    public record Lane(String title, long fresh, long usable, long onError) {}

    /** Empty where there is no response to judge. */
    public static Optional<CacheVerdict> of(HttpExchange x, Instant now) {
        RequestHead request = x.heads().requestReceived();
        ResponseHead response = x.heads().response();
        return request == null || response == null || x.origin() == null
                ? Optional.empty()
                : Optional.of(new Judgement(x, request, response).judge(now));
    }

    private static final class Judgement {
        private final HttpExchange exchange;
        private final RequestHead request;
        private final ResponseHead response;
        private final Stored stored;
        private final List<Step> steps = new ArrayList<>();

        Judgement(HttpExchange exchange, RequestHead request, ResponseHead response) {
            this.exchange = exchange;
            this.request = request;
            this.response = response;
            this.stored = new Stored(
                    Vary.selecting(request.headers(), response.headers()),
                    response,
                    moment(Mark.FORWARD_HEAD, Mark.REQUEST_HEAD),
                    moment(Mark.RESPONSE_HEAD, Mark.RETURN_HEAD));
        }

        private Instant moment(Mark first, Mark second) {
            OptionalLong at = exchange.timings().at(first);
            OptionalLong nanos = at.isPresent() ? at : exchange.timings().at(second);
            return exchange.started().plusNanos(nanos.orElse(0));
        }

        CacheVerdict judge(Instant now) {
            Lane shared = lane("shared", CachingOptions.SHARED);
            Lane client = lane("private", CachingOptions.PRIVATE);
            long age = age();
            match();
            return new CacheVerdict(
                    List.copyOf(steps),
                    List.of(shared, client),
                    stored.received().minusSeconds(age),
                    now);
        }

        private Lane lane(String who, CachingOptions options) {
            String uri = Objects.requireNonNull(exchange.origin()) + request.target();
            StoreDecision store = Storing.decide(request, uri, response, stored.received(), options);
            Lifetime lifetime = Lifetime.of(stored, options);
            for (Reason reason : store.reasons().subList(0, store.reasons().size() - 1)) {
                if (!reason.equals(lifetime.source())) {
                    add(Kind.NOTE, sentence(reason.rule().words()), reason);
                }
            }
            add(
                    store.store() ? Kind.YES : Kind.NO,
                    Messages.text(
                            "cache.step." + who + (store.store() ? ".store" : ".not"),
                            store.deciding().rule().words()),
                    store.deciding());
            String title = Messages.text("cache.lane." + who);
            if (!store.store()) {
                return new Lane(title, 0, 0, 0);
            }
            add(
                    Kind.SUM,
                    Messages.text("cache.step." + who + ".lifetime", span(lifetime.seconds())),
                    lifetime.source());
            long usable = lifetime.seconds() + stale(who, options, lifetime);
            long onError = lifetime.seconds() + onError(who, options, lifetime);
            return new Lane(title, lifetime.seconds(), usable, Math.max(usable, onError));
        }

        /** What a plain request is, and when the copy has just expired. */
        private RequestHead later() {
            Headers.Builder lines = Headers.builder();
            stored.selecting().forEach(line -> lines.add(line.name(), line.value()));
            if (response.status() == 206) {
                request.headers().all("Range").forEach(range -> lines.add("Range", range));
            }
            return new RequestHead("GET", request.target(), request.version(), lines.build());
        }

        private Instant expired(Lifetime lifetime) {
            long left = lifetime.seconds() - Age.of(stored, stored.received()).current();
            return stored.received().plusSeconds(Math.max(0, left) + 1);
        }

        /** RFC 5861 §4: the same second, should the origin then answer with an error. */
        private long onError(String who, CachingOptions options, Lifetime lifetime) {
            ReuseDecision decision = Reuse.onError(later(), stored, true, expired(lifetime), options);
            if (!decision.answers()) {
                return 0;
            }
            long more = Math.max(0, CacheControl.of(response.headers()).seconds("stale-if-error"));
            add(Kind.YES, Messages.text("cache.step." + who + ".error", span(more)), decision.deciding());
            return more;
        }

        /** Asks what a plain request would be answered in the second after the copy expired. */
        private long stale(String who, CachingOptions options, Lifetime lifetime) {
            ReuseDecision decision = Reuse.decide(later(), stored, expired(lifetime), options);
            switch (decision.outcome()) {
                case ANSWER_AND_VALIDATE, ANSWER_STALE -> {
                    long more = CacheControl.of(response.headers()).seconds("stale-while-revalidate");
                    add(Kind.YES, Messages.text("cache.step." + who + ".stale", span(more)), decision.deciding());
                    return Math.max(0, more);
                }
                case ANSWER, VALIDATE, OTHER -> {
                    add(Kind.NO, Messages.text("cache.step." + who + ".ask"), decision.deciding());
                    return 0;
                }
            }
            return 0;
        }

        private long age() {
            Age age = Age.of(stored, stored.received());
            String field = response.headers().first("Age");
            steps.add(new Step(
                    Kind.SUM,
                    Messages.text("cache.step.age", span(age.current())),
                    Plain.line(Messages.text("cache.step.age.sum", age.apparent(), age.corrected())
                            + (field == null ? "" : ", Age: " + field)),
                    "RFC 9111 \u00a74.2.3"));
            return age.current();
        }

        private void match() {
            Set<String> names = Vary.names(response.headers());
            String words = names.isEmpty()
                    ? Messages.text("cache.step.match.url")
                    : Messages.text("cache.step.match.fields", String.join(", ", names));
            StringBuilder values = new StringBuilder();
            for (Header line : stored.selecting()) {
                values.append(values.isEmpty() ? "" : ", ")
                        .append(line.name())
                        .append(": ")
                        .append(line.value());
            }
            steps.add(new Step(Kind.NOTE, Plain.line(words), Plain.line(values.toString()), "RFC 9111 \u00a74.1"));
        }

        private void add(Kind kind, String words, Reason reason) {
            Header line = reason.line();
            Step step = new Step(
                    kind,
                    words,
                    line == null ? "" : Plain.line(line.toString()),
                    reason.rule().section());
            if (!steps.contains(step)) {
                steps.add(step);
            }
        }
    }

    /** Begins with a capital, but for the names of directives. */
    static String sentence(String words) {
        int blank = words.indexOf(' ');
        boolean name = words.substring(0, blank < 0 ? words.length() : blank).indexOf('-') >= 0;
        return name ? words : capital(words);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code 88 s}, {@code 12 min}, {@code 26 h}, {@code 365 days}. */
    static String span(long seconds) {
        if (seconds < 600) {
            return Messages.text("cache.span.seconds", seconds);
        }
        if (seconds < 2 * 3600) {
            return Messages.text("cache.span.minutes", Math.round(seconds / 60.0));
        }
        return seconds < 2 * 86_400
                ? Messages.text("cache.span.hours", Math.round(seconds / 3600.0))
                : Messages.text("cache.span.days", Math.round(seconds / 86_400.0));
    }
}

package dev.hopscope.caching;

import static dev.hopscope.exchange.Direction.REQUEST;
import static dev.hopscope.exchange.Direction.RESPONSE;

import dev.hopscope.caching.ReuseDecision.Outcome;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a stored response may answer (RFC 9111 §4). Pure functions; any thread. Answers nothing. */
public final class Reuse {
    private Reuse() {}

    /** For a request to the same URI. */
    public static ReuseDecision decide(RequestHead request, Stored stored, Instant now, CachingOptions options) {
        return new Judgement(request, stored, now, options).judge();
    }

    /** Whether both would be answered by the same variant, whole or in parts (RFC 9111 §4.1). */
    public static boolean sameVariant(RequestHead request, Stored stored) {
        return Vary.mismatch(stored, request.headers()) == null;
    }

    /** Whether the request wants nothing of a cache: then none is looked at. */
    public static @Nullable Reason bypass(RequestHead request) {
        return CacheControl.of(request.headers()).has("no-store")
                ? Reason.directive(Rule.REQUEST_BYPASS, REQUEST, request.headers(), "no-store")
                : null;
    }

    /** Whether the request forbids to ask the origin (RFC 9111 §5.2.1.7). */
    public static @Nullable Reason onlyIfCached(RequestHead request) {
        return CacheControl.of(request.headers()).has("only-if-cached")
                ? Reason.directive(Rule.ONLY_IF_CACHED, REQUEST, request.headers(), "only-if-cached")
                : null;
    }

    /**
     * For the case that the origin failed.
     *
     * @param reached whether the origin answered at all: with an error (5xx), else nothing came
     */
    public static ReuseDecision onError(
            RequestHead request, Stored stored, boolean reached, Instant now, CachingOptions options) {
        return new Judgement(request, stored, now, options).judgeAfterError(reached);
    }

    /** One walk through the conditions. */
    private static final class Judgement {
        private final RequestHead request;
        private final Stored stored;
        private final CachingOptions options;
        private final Headers headers;
        private final CacheControl asked;
        private final CacheControl said;
        private final Lifetime lifetime;
        private final Age age;
        private final List<Reason> reasons = new ArrayList<>();

        Judgement(RequestHead request, Stored stored, Instant now, CachingOptions options) {
            this.request = request;
            this.stored = stored;
            this.options = options;
            this.headers = stored.response().headers();
            this.asked = CacheControl.of(request.headers());
            this.said = CacheControl.ofResponse(headers, options);
            this.lifetime = Lifetime.of(stored, options);
            this.age = Age.of(stored, now);
        }

        ReuseDecision judge() {
            Reason other = other();
            if (other != null) {
                return be(Outcome.OTHER, other);
            }
            Reason unvalidated = unvalidated();
            if (unvalidated != null) {
                return be(Outcome.VALIDATE, unvalidated);
            }
            reasons.add(lifetime.source());
            Reason asksMore = asksMore();
            if (asksMore != null) {
                return be(Outcome.VALIDATE, asksMore);
            }
            return ttl() > 0 ? be(Outcome.ANSWER, Reason.of(Rule.FRESH)) : stale();
        }

        ReuseDecision judgeAfterError(boolean reached) {
            Reason other = other();
            if (other != null) {
                return be(Outcome.OTHER, other);
            }
            Reason no = unvalidated();
            if (no == null) {
                no = asksMore();
            }
            if (no == null) {
                no = staleForbidden();
            }
            if (no != null) {
                return be(Outcome.VALIDATE, no);
            }
            Reason allowed = staleIfError(REQUEST, request.headers(), asked);
            if (allowed == null) {
                allowed = staleIfError(RESPONSE, headers, said);
            }
            if (allowed == null) {
                allowed = Reason.of(reached ? Rule.ERROR_PASSED : Rule.DISCONNECTED);
            }
            boolean answers = allowed.rule() == Rule.STALE_IF_ERROR || allowed.rule() == Rule.DISCONNECTED;
            return be(answers ? Outcome.ANSWER_STALE : Outcome.VALIDATE, allowed);
        }

        private @Nullable Reason other() {
            Reason variant = Vary.mismatch(stored, request.headers());
            boolean part = stored.response().status() == 206 && ByteRange.within(request, stored) == null;
            return variant == null && part ? Reason.response(Rule.OTHER_PART, headers, "Content-Range") : variant;
        }

        private @Nullable Reason unvalidated() {
            if (asked.has("no-cache")) {
                return Reason.directive(Rule.REQUEST_NO_CACHE, REQUEST, request.headers(), "no-cache");
            }
            if (!request.headers().has(CacheControl.FIELD) && pragmaNoCache()) {
                return Reason.request(Rule.REQUEST_PRAGMA, request.headers(), "Pragma");
            }
            return said.whole("no-cache") ? Reason.said(Rule.NO_CACHE, said, headers, "no-cache") : null;
        }

        private boolean pragmaNoCache() {
            return request.headers().all("Pragma").stream()
                    .anyMatch(line -> CacheControl.parse(line).has("no-cache"));
        }

        private @Nullable Reason asksMore() {
            if (asked.has("max-age") && age.current() > Math.max(0, asked.seconds("max-age"))
                    || asked.has("max-age") && asked.seconds("max-age") <= 0) {
                return Reason.directive(Rule.REQUEST_MAX_AGE, REQUEST, request.headers(), "max-age");
            }
            if (asked.has("min-fresh") && ttl() < asked.seconds("min-fresh")) {
                return Reason.directive(Rule.REQUEST_MIN_FRESH, REQUEST, request.headers(), "min-fresh");
            }
            return null;
        }

        private ReuseDecision stale() {
            reasons.add(Reason.of(Rule.STALE));
            Reason forbidden = staleForbidden();
            if (forbidden != null) {
                return be(Outcome.VALIDATE, forbidden);
            }
            if (asked.has("max-stale") && (asked.argument("max-stale") == null || within(asked, "max-stale"))) {
                return be(
                        Outcome.ANSWER_STALE,
                        Reason.directive(Rule.REQUEST_MAX_STALE, REQUEST, request.headers(), "max-stale"));
            }
            if (said.has("stale-while-revalidate") && within(said, "stale-while-revalidate")) {
                Reason why = Reason.said(Rule.STALE_WHILE_REVALIDATE, said, headers, "stale-while-revalidate");
                return be(Outcome.ANSWER_AND_VALIDATE, why);
            }
            return new ReuseDecision(Outcome.VALIDATE, lifetime, age, reasons);
        }

        /** RFC 9111 §4.2.4. */
        private @Nullable Reason staleForbidden() {
            if (said.has("must-revalidate")) {
                return Reason.said(Rule.MUST_REVALIDATE, said, headers, "must-revalidate");
            }
            if (options.shared() && said.has("proxy-revalidate")) {
                return Reason.said(Rule.PROXY_REVALIDATE, said, headers, "proxy-revalidate");
            }
            return options.shared() && said.has("s-maxage")
                    ? Reason.said(Rule.S_MAXAGE_REVALIDATE, said, headers, "s-maxage")
                    : null;
        }

        private @Nullable Reason staleIfError(Direction in, Headers from, CacheControl control) {
            if (!control.has("stale-if-error")) {
                return null;
            }
            Rule rule = within(control, "stale-if-error") ? Rule.STALE_IF_ERROR : Rule.STALE_NOT_LONG_ENOUGH;
            return Reason.directive(rule, in, from, "stale-if-error");
        }

        /** Whether it has been stale for no longer than the directive says. */
        private boolean within(CacheControl control, String directive) {
            return -ttl() <= control.seconds(directive);
        }

        private long ttl() {
            return lifetime.seconds() - age.current();
        }

        private ReuseDecision be(Outcome outcome, Reason why) {
            reasons.add(why);
            return new ReuseDecision(outcome, lifetime, age, reasons);
        }
    }
}

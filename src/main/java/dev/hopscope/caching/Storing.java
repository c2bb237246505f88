package dev.hopscope.caching;

import static dev.hopscope.exchange.Direction.REQUEST;
import static dev.hopscope.exchange.Direction.RESPONSE;

import dev.hopscope.exchange.Header;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a response may be stored (RFC 9111 §3). Pure functions; any thread. Stores nothing. */
public final class Storing {
    /** RFC 9111 §3.1, RFC 9110 §7.6.1: about one connection or one proxy, not about the response. */
    private static final Set<String> NEVER_STORED = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "proxy-authenticate",
            "proxy-authentication-info",
            "proxy-authorization");

    private Storing() {}

    /**
     * @param uri the target as an absolute URI
     * @param now when the response came
     */
    public static StoreDecision decide(
            RequestHead request, String uri, ResponseHead response, Instant now, CachingOptions options) {
        return new Judgement(request, uri, response, now, options).judge();
    }

    /** The response with the fields that are kept; a Date is added where there is none (RFC 9110 §6.6.1). */
    public static ResponseHead kept(ResponseHead response, Instant received, CachingOptions options) {
        Headers headers = response.headers();
        Set<String> out = new HashSet<>(NEVER_STORED);
        CacheControl control = CacheControl.ofResponse(headers, options);
        out.addAll(control.fields("no-cache"));
        if (options.shared()) {
            out.addAll(control.fields("private"));
        }
        headers.all("Connection").forEach(line -> {
            for (String option : line.split(",", -1)) {
                out.add(option.strip().toLowerCase(Locale.ROOT));
            }
        });
        List<Header> lines = new ArrayList<>(headers.size() + 1);
        headers.stream()
                .filter(h -> !out.contains(h.name().toLowerCase(Locale.ROOT)))
                .forEach(lines::add);
        if (!headers.has("Date")) {
            lines.add(new Header("Date", HttpDate.format(received)));
        }
        return new ResponseHead(response.version(), response.status(), response.reason(), Headers.copyOf(lines));
    }

    /** One walk through the conditions of RFC 9111 §3. */
    private static final class Judgement {
        private final RequestHead request;
        private final String uri;
        private final ResponseHead response;
        private final Headers headers;
        private final CacheControl control;
        private final CachingOptions options;
        private final Stored asStored;
        private final List<Reason> reasons = new ArrayList<>();

        Judgement(RequestHead request, String uri, ResponseHead response, Instant now, CachingOptions options) {
            this.request = request;
            this.uri = uri;
            this.response = response;
            this.headers = response.headers();
            this.options = options;
            this.control = CacheControl.ofResponse(headers, options);
            this.asStored = new Stored(Headers.EMPTY, response, now, now);
        }

        StoreDecision judge() {
            Reason no = forbidden();
            if (no != null) {
                return no(no);
            }
            Reason allowed = allowed();
            if (allowed.rule() == Rule.STATUS_NEEDS_LIFETIME) {
                return no(allowed);
            }
            Reason useless = useless();
            return useless != null ? no(useless) : yes(allowed);
        }

        private @Nullable Reason forbidden() {
            Reason method = method();
            if (method != null) {
                return method;
            }
            if (response.status() < 200) {
                return Reason.of(Rule.STATUS_NOT_FINAL);
            }
            if (response.status() == 304 || response.status() == 206 && !onePart()) {
                return Reason.of(Rule.PARTIAL_NOT_STORED);
            }
            if (response.status() == 206) {
                reasons.add(Reason.response(Rule.PARTIAL_STORED, headers, "Content-Range"));
            }
            Reason noStore = noStore();
            if (noStore != null) {
                return noStore;
            }
            if (options.shared() && control.has("private")) {
                if (control.whole("private")) {
                    return Reason.said(Rule.PRIVATE, control, headers, "private");
                }
                reasons.add(Reason.said(Rule.PRIVATE_FIELDS, control, headers, "private"));
            }
            Reason authorization = authorization();
            if (authorization != null) {
                return authorization;
            }
            return Vary.names(headers).contains("*") ? Reason.response(Rule.VARY_STAR, headers, "Vary") : null;
        }

        private boolean onePart() {
            return request.headers().has("Range") && ByteRange.held(response) != null;
        }

        private @Nullable Reason method() {
            if (request.method().equals("GET")) {
                return null;
            }
            if (!request.method().equals("POST")) {
                return Reason.of(Rule.METHOD_NOT_STORED);
            }
            String location = headers.first("Content-Location");
            boolean itself = location != null && uri.equals(Invalidation.resolve(uri, location));
            if (itself
                    && response.status() == 200
                    && Lifetime.of(asStored, options).explicit()) {
                reasons.add(Reason.response(Rule.POST_FOR_ITSELF, headers, "Content-Location"));
                return null;
            }
            return Reason.response(Rule.POST_NOT_REUSABLE, headers, "Content-Location");
        }

        private @Nullable Reason noStore() {
            if (CacheControl.of(request.headers()).has("no-store")) {
                return Reason.directive(Rule.REQUEST_NO_STORE, REQUEST, request.headers(), "no-store");
            }
            if (control.has("must-understand")) {
                if (!Statuses.understood(response.status())) {
                    return Reason.said(Rule.STATUS_NOT_UNDERSTOOD, control, headers, "must-understand");
                }
                reasons.add(Reason.said(Rule.MUST_UNDERSTAND, control, headers, "must-understand"));
                return null;
            }
            return control.has("no-store") ? Reason.said(Rule.NO_STORE, control, headers, "no-store") : null;
        }

        private @Nullable Reason authorization() {
            if (!options.shared() || !request.headers().has("Authorization")) {
                return null;
            }
            for (String directive : List.of("public", "must-revalidate", "s-maxage")) {
                if (control.has(directive)) {
                    reasons.add(Reason.said(Rule.AUTHORIZATION_ALLOWED, control, headers, directive));
                    return null;
                }
            }
            return Reason.request(Rule.AUTHORIZATION, request.headers(), "Authorization");
        }

        private Reason allowed() {
            if (control.whole("no-cache")) {
                reasons.add(Reason.said(Rule.NO_CACHE, control, headers, "no-cache"));
            } else if (control.has("no-cache")) {
                reasons.add(Reason.said(Rule.NO_CACHE_FIELDS, control, headers, "no-cache"));
            }
            Lifetime lifetime = Lifetime.of(asStored, options);
            if (lifetime.explicit()) {
                reasons.add(lifetime.source());
                return new Reason(
                        Rule.EXPLICIT_LIFETIME, RESPONSE, lifetime.source().line());
            }
            if (control.has("public")) {
                return Reason.said(Rule.PUBLIC, control, headers, "public");
            }
            if (!options.shared() && control.has("private")) {
                return Reason.said(Rule.PRIVATE, control, headers, "private");
            }
            return Reason.of(
                    Statuses.heuristicallyFresh(response.status())
                            ? Rule.STATUS_HEURISTIC
                            : Rule.STATUS_NEEDS_LIFETIME);
        }

        /** Not a rule of the RFC: what could never answer is not written to disk. */
        private @Nullable Reason useless() {
            boolean validator = Validation.etag(headers) != null || asStored.date("Last-Modified") != null;
            boolean usable = Lifetime.of(asStored, options).seconds() > 0;
            return validator || usable ? null : Reason.of(Rule.OF_NO_USE);
        }

        private StoreDecision no(Reason why) {
            reasons.add(why);
            return new StoreDecision(false, reasons);
        }

        private StoreDecision yes(Reason why) {
            reasons.add(why);
            return new StoreDecision(true, reasons);
        }
    }
}

package dev.hopscope.proxy.protocol.http1;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpVersion;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.proxy.ProxyOptions;
import dev.hopscope.proxy.UpstreamProxy;
import dev.hopscope.proxy.protocol.ConnectionContext;
import dev.hopscope.proxy.protocol.Self;
import dev.hopscope.proxy.upstream.Route;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a request once its head is read: refused, answered here, a tunnel, or forwarded where and how. On one event loop. Reads and sends
 * nothing.
 */
final class Requests {
    /**
     * The decision.
     *
     * @param origin whom it is for
     * @param connectTarget for CONNECT only
     * @param refusal why it is refused although its origin is known
     * @param local the page Hopscope answers with
     * @param route where it goes, null unless it is forwarded
     * @param forwarded the head to send, null unless it is forwarded
     * @param target what it asks for, null unless it is forwarded
     * @param plan how the head to send was made, null unless it is forwarded
     */
    record Judged(
            Origin origin,
            Framing framing,
            ConnectionOptions options,
            @Nullable Endpoint connectTarget,
            @Nullable Refusal refusal,
            @Nullable Local local,
            @Nullable Route route,
            @Nullable ForwardedRequest forwarded,
            @Nullable Target target,
            ForwardedRequest.@Nullable Plan plan) {
        /** One that is not forwarded. */
        static Judged here(
                Origin origin,
                Framing framing,
                ConnectionOptions options,
                @Nullable Endpoint connectTarget,
                @Nullable Refusal refusal,
                @Nullable Local local) {
            return new Judged(origin, framing, options, connectTarget, refusal, local, null, null, null, null);
        }
    }

    /** What Hopscope answers itself. */
    interface Local {
        dev.hopscope.proxy.LocalPages.Page page(dev.hopscope.proxy.protocol.Engine engine);
    }

    private final ConnectionContext context;
    private final boolean restricted;
    private String lastAuthority = "";
    private boolean lastSecure;
    private @Nullable Origin lastOrigin;

    Requests(ConnectionContext context) {
        this.context = context;
        InetAddress client = NetUtil.createInetAddressFromIpAddressString(
                context.client().remote().host());
        this.restricted = client != null && !client.isLoopbackAddress();
    }

    /** Whom everything on this layer is for, null on a plain connection. */
    @Nullable
    Origin layerOrigin() {
        Endpoint target = context.target();
        return target == null ? null : new Origin(scheme(), target);
    }

    /** @throws Refusal where not even the origin can be told */
    Judged judge(RequestHead head, byte[] codes) throws Refusal {
        ConnectionOptions options = ConnectionOptions.of(head.headers(), codes);
        if (head.method().equals("CONNECT")) {
            return connect(head, codes, options);
        }
        Target target = Target.parse(head.method(), head.target());
        Endpoint host = null;
        Refusal refusal = null;
        try {
            host = host(head, codes);
        } catch (Refusal bad) {
            refusal = bad;
        }
        Origin origin = origin(target, host, refusal);
        Framing framing = Framing.NONE;
        try {
            if (refusal != null) {
                throw refusal;
            }
            framing = Framing.ofRequest(head, codes);
            if (head.method().equals("TRACE") && framing.kind() != Framing.Kind.NONE) {
                throw Refusal.bad("trace-with-content", "TRACE may not have content");
            }
            return decide(head, codes, options, target, origin, framing);
        } catch (Refusal bad) {
            return Judged.here(origin, framing, options, null, bad, null);
        }
    }

    /** RFC 9112 §3.2: exactly one Host, and a valid one. */
    private @Nullable Endpoint host(RequestHead head, byte[] codes) throws Refusal {
        Headers headers = head.headers();
        String host = null;
        for (int i = 0; i < headers.size(); i++) {
            if (codes[i] == Field.HOST) {
                if (host != null) {
                    throw Refusal.bad("two-hosts", "there are two Host fields");
                }
                host = headers.value(i);
            }
        }
        if (host == null) {
            if (head.version() == HttpVersion.HTTP_1_1) {
                throw Refusal.bad("no-host", "there is no Host field");
            }
            return null;
        }
        return Target.endpoint(host, context.secure() ? 443 : 80);
    }

    private Judged connect(RequestHead head, byte[] codes, ConnectionOptions options) throws Refusal {
        Endpoint target = Target.endpoint(head.target(), 0);
        Refusal refusal = null;
        try {
            checkConnect(head, codes, target);
        } catch (Refusal bad) {
            refusal = bad;
        }
        return Judged.here(new Origin("https", target), Framing.NONE, options, target, refusal, null);
    }

    private void checkConnect(RequestHead head, byte[] codes, Endpoint target) throws Refusal {
        host(head, codes);
        if (Framing.ofRequest(head, codes).kind() != Framing.Kind.NONE
                || has(codes, head.headers(), Field.CONTENT_LENGTH)) {
            throw Refusal.bad("connect-with-content", "CONNECT may not have content");
        }
        if (context.target() != null) {
            throw Refusal.bad("connect-in-tunnel", "there is a CONNECT inside of a tunnel that Hopscope opened");
        }
        Self self = context.engine().self().get();
        boolean alias = target.host().equals(Self.LOCAL_ALIAS)
                && target.port() == self.address().port();
        if (alias || self.isAt(target) || loops(head.headers(), codes, self)) {
            throw new Refusal(508, "loop", "the tunnel would lead back to Hopscope itself");
        }
    }

    private static boolean has(byte[] codes, Headers headers, byte field) {
        for (int i = 0; i < headers.size(); i++) {
            if (codes[i] == field) {
                return true;
            }
        }
        return false;
    }

    private static boolean loops(Headers headers, byte[] codes, Self self) {
        for (int i = 0; i < headers.size(); i++) {
            if (codes[i] == Field.VIA && headers.value(i).contains(self.token())) {
                return true;
            }
        }
        return false;
    }

    private Origin origin(Target target, @Nullable Endpoint host, @Nullable Refusal hostRefused) throws Refusal {
        Origin named = target.origin();
        if (named != null) {
            if (lastOrigin != null && target.authority().equals(lastAuthority) && lastSecure == named.secure()) {
                return lastOrigin;
            }
            lastAuthority = target.authority();
            lastSecure = named.secure();
            lastOrigin = named;
            return named;
        }
        if (host != null) {
            return new Origin(scheme(), host);
        }
        Endpoint tunnel = context.target();
        if (tunnel != null) {
            return new Origin(scheme(), tunnel);
        }
        throw hostRefused != null ? hostRefused : Refusal.bad("no-host", "a request in origin form names no host");
    }

    private String scheme() {
        return context.secure() ? "https" : "http";
    }

    private Judged decide(
            RequestHead head, byte[] codes, ConnectionOptions options, Target target, Origin origin, Framing framing)
            throws Refusal {
        Self self = context.engine().self().get();
        if (loops(head.headers(), codes, self)) {
            throw new Refusal(508, "loop", "the request went through this Hopscope before");
        }
        Endpoint tunnel = context.target();
        boolean plainOriginForm = tunnel == null && target.form() != Target.Form.ABSOLUTE;
        if (plainOriginForm && target.path().startsWith("//")) {
            throw Refusal.bad("bad-target", "the target is a reference to another host, not a path");
        }
        if (plainOriginForm && !self.answersTo(origin.endpoint())) {
            String detail = "a path without a host was asked of Hopscope itself under the name " + origin.endpoint()
                    + ", which is not its own";
            throw new Refusal(421, "not-addressed-here", detail);
        }
        if (plainOriginForm || Self.isSite(tunnel == null ? origin.endpoint() : tunnel)) {
            return Judged.here(origin, framing, options, null, null, site(head, target));
        }
        Local last = lastHop(head, codes);
        if (last != null) {
            return Judged.here(origin, framing, options, null, null, last);
        }
        Endpoint to = tunnel == null ? origin.endpoint() : tunnel;
        if (self.isAt(to)) {
            throw new Refusal(
                    508,
                    "loop",
                    "the request would lead back to Hopscope itself; its pages are at http://" + Self.SITE + "/");
        }
        return forward(head, codes, options, target, origin, framing, to, self);
    }

    private Judged forward(
            RequestHead head,
            byte[] codes,
            ConnectionOptions options,
            Target target,
            Origin origin,
            Framing framing,
            Endpoint to,
            Self self)
            throws Refusal {
        ProxyOptions settings = context.engine().options().get();
        boolean alias = to.host().equals(Self.LOCAL_ALIAS);
        if (alias && to.port() == self.address().port()) {
            throw new Refusal(508, "loop", "the request would lead back to Hopscope itself");
        }
        Endpoint dialled = alias ? new Endpoint("127.0.0.1", to.port()) : to;
        boolean secure = context.target() == null ? origin.secure() : context.secure();
        UpstreamProxy via = Self.staysHere(to) ? null : settings.upstream();
        Route.Purpose purpose = secure ? Route.Purpose.HTTPS : Route.Purpose.HTTP;
        Route route = new Route(purpose, dialled, via, secure ? serverName(to) : null, restricted);
        ForwardedRequest.Plan plan = plan(head, target, origin, route, self, alias);
        ForwardedRequest forwarded = ForwardedRequest.of(head, codes, options, plan);
        return new Judged(origin, framing, options, null, null, null, route, forwarded, target, plan);
    }

    private @Nullable String serverName(Endpoint to) {
        var tls = context.client().tls();
        return tls != null && tls.sni() != null ? tls.sni() : to.host();
    }

    private ForwardedRequest.Plan plan(
            RequestHead head, Target target, Origin origin, Route route, Self self, boolean alias) {
        boolean inTunnel = context.target() != null;
        boolean absolute = target.form() == Target.Form.ABSOLUTE;
        // inside a tunnel an absolute form for another host is meant for a proxy at the tunnel's end, so it stays
        boolean leaveForm = inTunnel && absolute && !origin.endpoint().equals(context.target());
        String sent = leaveForm ? head.target() : target.path();
        if (route.absoluteForm()) {
            boolean asterisk = target.path().equals("*");
            sent = absolute ? head.target() : "http://" + origin.authority() + (asterisk ? "" : target.path());
        }
        String host = null;
        ChangeReason reason = Reasons.HOST_FROM_TARGET;
        if (alias) {
            host = "localhost:" + route.target().port();
            reason = Reasons.LOCAL_ALIAS;
            if (absolute && !origin.endpoint().host().equals(Self.LOCAL_ALIAS)) {
                host = target.authority();
                reason = Reasons.HOST_FROM_TARGET;
            }
        } else if (absolute) {
            host = hostFor(head, target, origin);
        } else if (head.headers().indexOf("Host", 0) < 0) {
            host = origin.authority();
        }
        return new ForwardedRequest.Plan(
                sent, host, reason, self.via(), route.absoluteForm() ? credentials(route.via()) : null);
    }

    /** RFC 9112 §3.2.2: the target's authority, or the Host received where it says the same. */
    private static String hostFor(RequestHead head, Target target, Origin origin) {
        String received = head.headers().first("Host");
        if (received != null
                && (received.equalsIgnoreCase(target.authority()) || received.equalsIgnoreCase(origin.authority()))) {
            return received;
        }
        return target.authority().endsWith(":") ? origin.authority() : target.authority();
    }

    private static @Nullable String credentials(@Nullable UpstreamProxy proxy) {
        if (proxy == null || proxy.user() == null) {
            return null;
        }
        String password = proxy.password() == null ? "" : proxy.password();
        byte[] pair = (proxy.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static Local site(RequestHead head, Target target) throws Refusal {
        if (!head.method().equals("GET") && !head.method().equals("HEAD")) {
            throw new Refusal(405, "method-not-allowed", "the pages of Hopscope answer GET and HEAD only");
        }
        return engine -> engine.pages()
                .page(
                        head.method(),
                        target.path(),
                        engine.self().get().address().toString());
    }

    /** RFC 9110 §7.6.2: with no hop left the request is answered here. */
    private static @Nullable Local lastHop(RequestHead head, byte[] codes) throws Refusal {
        if (!head.method().equals("OPTIONS") && !head.method().equals("TRACE")) {
            return null;
        }
        for (int i = 0; i < head.headers().size(); i++) {
            if (codes[i] == Field.MAX_FORWARDS && MaxForwards.of(head.headers().value(i)) == 0) {
                if (head.method().equals("TRACE")) {
                    throw new Refusal(
                            405, "method-not-allowed", "Hopscope as the last recipient does not reflect a request");
                }
                Headers allow = Headers.of("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS, TRACE, PATCH, CONNECT");
                return engine -> new dev.hopscope.proxy.LocalPages.Page(200, "OK", allow, new byte[0]);
            }
        }
        return null;
    }
}

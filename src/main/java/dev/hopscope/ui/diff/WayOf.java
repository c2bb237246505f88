package dev.hopscope.ui.diff;

import dev.hopscope.exchange.ChangeReason;
import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Endpoint;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.Failure;
import dev.hopscope.exchange.Head;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.Headers;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.TlsInfo;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.CertificateFacts;
import dev.hopscope.inspect.diff.HopDiff;
import dev.hopscope.ui.diff.Way.Arrow;
import dev.hopscope.ui.diff.Way.Kind;
import dev.hopscope.ui.diff.Way.Lane;
import dev.hopscope.ui.diff.Way.Tint;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tells the way of one exchange as lanes and arrows. One thread, for one drawing. Draws nothing, compares nothing. */
public final class WayOf {
    /** What was set up longer ago than this has no time of its own: it served others before. */
    private static final long LONG_AGO = Duration.ofSeconds(10).toNanos();

    private static final int CLIENT = 0;
    private static final int HOPSCOPE = 1;

    private final Exchange exchange;
    private final @Nullable TunnelExchange tunnel;
    private final Timings timings;
    private final HopDiff diff;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final long zero;
    private int origin = HOPSCOPE;
    private int proxy = HOPSCOPE;

    private WayOf(Exchange exchange, @Nullable Exchange parent, HopDiff diff) {
        this.exchange = exchange;
        this.diff = diff;
        tunnel = parent instanceof TunnelExchange t ? t : null;
        timings = exchange.timings();
        TunnelExchange through = tunnel;
        long before = through == null || exchange.clientTurn() > 1
                ? 0
                : Duration.between(through.started(), exchange.started()).toNanos();
        zero = before > 0 && before < LONG_AGO ? -before : 0;
    }

    /** @param parent the tunnel it came through, null where there is none or it is not known */
    public static Way of(Exchange exchange, @Nullable Exchange parent, HopDiff diff) {
        WayOf way = new WayOf(exchange, parent, diff);
        switch (exchange) {
            case HttpExchange x -> way.http(x);
            case TunnelExchange x -> way.tunnel(x);
            case FailedHandshake x -> way.handshake(x);
        }
        return new Way(List.copyOf(way.lanes), List.copyOf(way.arrows));
    }

    private void http(HttpExchange x) {
        boolean asked =
                x.originConnection() != null || x.heads().requestForwarded() != null || originFault(x.outcome());
        lanes(
                x.source(),
                x.originConnection(),
                x.origin() == null ? null : x.origin().endpoint(),
                asked);
        opening();
        RequestHead request = x.heads().requestReceived();
        if (request != null) {
            arrow(
                    CLIENT,
                    HOPSCOPE,
                    Kind.MESSAGE,
                    Tint.NEUTRAL,
                    title(request),
                    parts(lines(request), body(x.requestBytes(), request.headers())),
                    "",
                    Mark.REQUEST_FIRST_BYTE);
        } else if (x.unreadable() != null) {
            arrow(CLIENT, HOPSCOPE, Kind.FAILED, Tint.S5, text("unreadable"), "", "", Mark.REQUEST_FIRST_BYTE);
        }
        dialled(x.originConnection(), request != null);
        forwarded(x);
        for (ResponseHead interim : x.interim()) {
            arrow(far(x), CLIENT, Kind.MESSAGE, Tint.S1, status(interim), text("interim"), "", null);
        }
        received(x);
        failed(x.outcome());
        returned(x);
        if (x.outcome() instanceof Outcome.Pending) {
            boolean back = x.heads().response() != null;
            if (!back) {
                boolean sent = x.heads().requestForwarded() != null;
                arrow(
                        sent ? far(x) : HOPSCOPE,
                        sent ? HOPSCOPE : origin,
                        Kind.AWAITED,
                        Tint.NEUTRAL,
                        text(sent ? "awaited" : "connecting"),
                        "",
                        "",
                        null);
            }
        }
        if (x.upgradedTo() != null) {
            arrow(
                    CLIENT,
                    origin,
                    Kind.BOTH,
                    Tint.NEUTRAL,
                    Plain.line(x.upgradedTo()),
                    text("upDown", Figures.size(x.requestBytes()), Figures.size(x.responseBytes())),
                    "",
                    null);
        }
    }

    private void forwarded(HttpExchange x) {
        RequestHead sent = x.heads().requestForwarded();
        RequestHead received = x.heads().requestReceived();
        if (sent == null) {
            return;
        }
        boolean framing = received != null
                && !String.valueOf(received.headers().first("Transfer-Encoding"))
                        .equals(String.valueOf(sent.headers().first("Transfer-Encoding")));
        String body = x.requestBytes() == 0 ? "" : text(framing ? "bodyFramed" : "sameBody");
        arrow(
                HOPSCOPE,
                far(x),
                Kind.MESSAGE,
                Tint.NEUTRAL,
                title(sent),
                parts(lines(sent), body),
                changed(diff.request().changes()),
                Mark.FORWARD_HEAD);
    }

    private void received(HttpExchange x) {
        ResponseHead head = x.heads().responseReceived();
        if (head == null) {
            return;
        }
        OptionalLong waited = timings.between(
                timings.has(Mark.FORWARD_END) ? Mark.FORWARD_END : Mark.FORWARD_HEAD, Mark.RESPONSE_FIRST_BYTE);
        int trailers = x.trailers().responseReceived().size();
        String more = parts(
                waited.isPresent() && waited.getAsLong() >= 0 ? text("waited", span(waited.getAsLong())) : "",
                x.upgradedTo() != null ? "" : body(x.responseBytes(), head.headers()),
                chunked(head.headers()) ? text("chunked") : "",
                trailers > 0 ? text("trailers", trailers) : "");
        arrow(far(x), HOPSCOPE, Kind.MESSAGE, tint(head), status(head), more, "", Mark.RESPONSE_FIRST_BYTE);
    }

    private void returned(HttpExchange x) {
        ResponseHead head = x.heads().responseReturned();
        if (head == null) {
            return;
        }
        String mark =
                x.answeredHere() ? text("answered") : changed(diff.response().changes());
        String more = x.outcome() instanceof Outcome.Completed && timings.has(Mark.RETURN_END)
                ? text("whole", moment(Mark.RETURN_END))
                : "";
        arrow(HOPSCOPE, CLIENT, Kind.MESSAGE, tint(head), status(head), more, mark, Mark.RETURN_HEAD);
    }

    private void tunnel(TunnelExchange x) {
        lanes(Source.CAPTURED, x.originConnection(), x.target(), true);
        RequestHead request = x.heads().requestReceived();
        String title = request == null ? "CONNECT " + x.target() : title(request);
        arrow(
                CLIENT,
                HOPSCOPE,
                Kind.MESSAGE,
                Tint.NEUTRAL,
                title,
                request == null ? "" : lines(request),
                "",
                Mark.REQUEST_FIRST_BYTE);
        dialled(x.originConnection(), true);
        RequestHead sent = x.heads().requestForwarded();
        if (sent != null && proxy != HOPSCOPE) {
            arrow(
                    HOPSCOPE,
                    proxy,
                    Kind.MESSAGE,
                    Tint.NEUTRAL,
                    title(sent),
                    lines(sent),
                    changed(diff.request().changes()),
                    Mark.FORWARD_HEAD);
        }
        ResponseHead answer = x.heads().responseReceived();
        if (answer != null && proxy != HOPSCOPE) {
            arrow(proxy, HOPSCOPE, Kind.MESSAGE, tint(answer), status(answer), "", "", Mark.RESPONSE_HEAD);
        }
        failed(x.outcome());
        ResponseHead returned = x.heads().responseReturned();
        if (returned != null) {
            String mark =
                    answer == null ? text("answered") : changed(diff.response().changes());
            arrow(HOPSCOPE, CLIENT, Kind.MESSAGE, tint(returned), status(returned), "", mark, Mark.RETURN_HEAD);
        }
        if (x.opened()) {
            arrow(CLIENT, HOPSCOPE, Kind.SETUP, Tint.NEUTRAL, text("opened"), text("openedInside"), "", null);
        } else if (x.passed() != null) {
            arrow(
                    CLIENT,
                    origin,
                    Kind.BOTH,
                    Tint.NEUTRAL,
                    text("unopened"),
                    text("upDown", Figures.size(x.requestBytes()), Figures.size(x.responseBytes())),
                    "",
                    null);
        }
    }

    private void handshake(FailedHandshake x) {
        lanes(Source.CAPTURED, null, null, false);
        connect();
        failed(x.outcome());
    }

    private void lanes(Source source, @Nullable ConnectionUse far, @Nullable Endpoint target, boolean asked) {
        var near = exchange.client().connection();
        String client = near.process() != null ? Plain.line(near.process().name()) : text("lane.client");
        String name = switch (source) {
            case Source.Replayed r -> text("lane.replay");
            case Source.Sent s -> text("lane.sent");
            case Source.Validated v -> text("lane.validation");
            case Source.Captured c -> client;
            case Source.Imported i -> client;
        };
        lanes.add(new Lane(name, near.remote().toString(), false));
        lanes.add(new Lane(text("lane.own"), near.local().toString(), true));
        if (!asked) {
            return;
        }
        Endpoint through = far == null ? null : far.connection().viaProxy();
        if (through != null) {
            lanes.add(new Lane(text("lane.proxy"), through.toString(), false));
            proxy = lanes.size() - 1;
        }
        String address =
                far == null || through != null ? "" : far.connection().remote().toString();
        lanes.add(new Lane(
                target == null ? text("lane.origin") : Plain.line(target.host()),
                address.isEmpty() && target != null ? text("lane.port", Integer.toString(target.port())) : address,
                false));
        origin = lanes.size() - 1;
    }

    /** The CONNECT this came through, and the handshake within. */
    private void opening() {
        connect();
        TlsInfo tls = exchange.client().connection().tls();
        if (tls == null) {
            return;
        }
        String host = tls.sni() == null ? "" : text("leafFor", Plain.line(tls.sni()));
        String more = parts(
                host.isEmpty() ? text("leaf") : host, tls.alpn() == null ? "" : text("alpn", Plain.line(tls.alpn())));
        String at = timings.has(Mark.CLIENT_TLS_START)
                ? moment(Mark.CLIENT_TLS_START)
                : exchange.clientTurn() > 1 ? text("earlier") : "";
        arrows.add(new Arrow(
                CLIENT, HOPSCOPE, Kind.SETUP, Tint.NEUTRAL, text("handshake", version(tls)), more, "", at, false));
    }

    private void connect() {
        if (tunnel == null) {
            return;
        }
        long since = Duration.between(tunnel.started(), exchange.started()).toNanos();
        boolean old = exchange.clientTurn() > 1 || since >= LONG_AGO;
        ResponseHead answer = tunnel.heads().responseReturned();
        boolean used = tunnel.changes().stream()
                .map(HeaderChange::reason)
                .anyMatch(ChangeReason.CredentialsConsumed.class::isInstance);
        int changes = (int) tunnel.changes().stream()
                .filter(c -> c.leg() == Direction.REQUEST)
                .count();
        arrows.add(new Arrow(
                CLIENT,
                HOPSCOPE,
                Kind.BOTH,
                Tint.NEUTRAL,
                "CONNECT " + Plain.line(tunnel.target().toString()),
                parts(
                        answer == null ? "" : text("connected", answer.status()),
                        used ? text("credentials") : "",
                        old ? text("earlierUse") : ""),
                changed(changes),
                old ? text("earlier") : span(Math.max(0, -since - zero)),
                false));
    }

    /** What it took to reach the other side. */
    private void dialled(@Nullable ConnectionUse use, boolean besideRequest) {
        if (use == null) {
            return;
        }
        if (use.reused()) {
            boolean beside = besideRequest && !arrows.isEmpty();
            arrows.add(new Arrow(
                    HOPSCOPE,
                    next(use),
                    Kind.SETUP,
                    Tint.NEUTRAL,
                    text("reused"),
                    text("nth", use.nth()),
                    "",
                    "",
                    beside));
            return;
        }
        TlsInfo tls = use.connection().tls();
        boolean tunnelled = proxy != HOPSCOPE;
        String to =
                parts(step("dns", Mark.DNS_START, Mark.DNS_END), step("connect", Mark.CONNECT_START, Mark.CONNECT_END));
        String within = tls == null ? "" : tlsStep(tls);
        String more = parts(text("new"), tls == null ? "" : certificate(tls));
        Mark start = timings.has(Mark.DNS_START)
                ? Mark.DNS_START
                : timings.has(Mark.CONNECT_START) ? Mark.CONNECT_START : Mark.TLS_START;
        if (!tunnelled) {
            String title = parts(to, within);
            arrows.add(new Arrow(
                    HOPSCOPE,
                    origin,
                    Kind.SETUP,
                    Tint.NEUTRAL,
                    title.isEmpty() ? text("connection") : title,
                    more,
                    "",
                    moment(start),
                    besideRequest));
            return;
        }
        arrows.add(new Arrow(
                HOPSCOPE,
                proxy,
                Kind.SETUP,
                Tint.NEUTRAL,
                to.isEmpty() ? text("connection") : to,
                text("new"),
                "",
                moment(start),
                besideRequest));
        if (timings.has(Mark.PROXY_START)) {
            arrow(
                    HOPSCOPE,
                    proxy,
                    Kind.BOTH,
                    Tint.NEUTRAL,
                    "CONNECT " + lanes.get(origin).name(),
                    step("answeredIn", Mark.PROXY_START, Mark.PROXY_END),
                    "",
                    Mark.PROXY_START);
        }
        if (tls != null) {
            arrow(HOPSCOPE, origin, Kind.SETUP, Tint.NEUTRAL, within, certificate(tls), "", Mark.TLS_START);
        }
    }

    private void failed(Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)) {
            return;
        }
        Failure failure = failed.failure();
        int from = switch (failure.phase()) {
            case REQUEST, CLIENT_TLS -> CLIENT;
            case WAIT, RESPONSE -> origin;
            case DNS, CONNECT, UPSTREAM_PROXY, TLS, FORWARD, RETURN -> HOPSCOPE;
        };
        int to = switch (failure.phase()) {
            case REQUEST, CLIENT_TLS, WAIT, RESPONSE -> HOPSCOPE;
            case RETURN -> CLIENT;
            case DNS, CONNECT, TLS, FORWARD -> origin;
            case UPSTREAM_PROXY -> proxy == HOPSCOPE ? origin : proxy;
        };
        if (from == to) {
            from = CLIENT;
            to = HOPSCOPE;
        }
        String title = Messages.text("detail.phase." + failure.phase().name().toLowerCase(Locale.ROOT));
        Mark when = failure.phase() == Phase.RETURN || exchange instanceof FailedHandshake
                ? Mark.RETURN_END
                : Mark.RETURN_HEAD;
        arrows.add(new Arrow(
                from,
                to,
                Kind.FAILED,
                Tint.S5,
                title,
                Plain.line(failure.detail()),
                text("failed"),
                timings.has(when) ? moment(when) : moment(Mark.RETURN_END),
                false));
    }

    private static boolean originFault(Outcome outcome) {
        return outcome instanceof Outcome.Failed f
                && switch (f.failure().phase()) {
                    case DNS, CONNECT, UPSTREAM_PROXY, TLS, FORWARD, WAIT, RESPONSE -> true;
                    case REQUEST, CLIENT_TLS, RETURN -> false;
                };
    }

    /** Whom the request goes to: an upstream proxy where it is asked for the resource itself, else the origin. */
    private int far(HttpExchange x) {
        boolean plainThroughProxy =
                proxy != HOPSCOPE && (x.origin() == null || !x.origin().secure()) && !timings.has(Mark.PROXY_START);
        return plainThroughProxy ? proxy : origin;
    }

    private int next(ConnectionUse use) {
        return use.connection().viaProxy() != null && use.connection().tls() == null ? proxy : origin;
    }

    private void arrow(
            int from, int to, Kind kind, Tint tint, String title, String more, String mark, @Nullable Mark at) {
        arrows.add(new Arrow(from, to, kind, tint, title, more, mark, at == null ? "" : moment(at), false));
    }

    private String moment(Mark mark) {
        OptionalLong at = timings.at(mark);
        return at.isEmpty()
                ? ""
                : at.getAsLong() - zero < -LONG_AGO ? text("earlier") : span(Math.max(0, at.getAsLong() - zero));
    }

    private String step(String key, Mark from, Mark to) {
        // a name that is known already takes no time worth a word
        if (timings.between(from, to).orElse(0) < 50_000) {
            return "";
        }
        OptionalLong length = timings.between(from, to);
        return length.isEmpty() ? "" : text("step." + key, span(length.getAsLong()));
    }

    private String tlsStep(TlsInfo tls) {
        OptionalLong length = timings.between(Mark.TLS_START, Mark.TLS_END);
        return "TLS " + version(tls) + (length.isEmpty() ? "" : " " + span(length.getAsLong()));
    }

    private static String certificate(TlsInfo tls) {
        List<CertificateFacts> chain = CertificateFacts.of(tls.certificates());
        return chain.isEmpty()
                ? ""
                : text(
                        "validTo",
                        chain.getFirst()
                                .notAfter()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString());
    }

    private static String version(TlsInfo tls) {
        return tls.version().replaceFirst("^TLSv?", "");
    }

    private static String changed(int lines) {
        return lines == 0 ? "" : text("changed", lines);
    }

    private static String lines(Head head) {
        return text("lines", head.headers().size());
    }

    private static String body(long octets, Headers headers) {
        String type = headers.first("Content-Type");
        if (octets == 0) {
            return "";
        }
        String name = type == null
                ? ""
                : type.replaceFirst("\\s*;.*", "").replaceFirst("^[^/]*/", "").replaceFirst("^x-", "");
        return Figures.size(octets)
                + (name.isEmpty() || name.length() > 12 ? "" : " " + Plain.line(name.toUpperCase(Locale.ROOT)));
    }

    private static boolean chunked(Headers headers) {
        String coding = headers.first("Transfer-Encoding");
        return coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked");
    }

    private static String title(RequestHead head) {
        return Plain.line(head.method() + " " + head.target());
    }

    private static String status(ResponseHead head) {
        return Plain.line((head.status() + " " + head.reason()).strip());
    }

    private static Tint tint(ResponseHead head) {
        return Tint.values()[Math.clamp(head.status() / 100, 1, 5)];
    }

    private static String parts(String... parts) {
        return String.join(
                ", ", java.util.Arrays.stream(parts).filter(p -> !p.isEmpty()).toList());
    }

    /** Three figures of a span of nanoseconds. */
    static String span(long nanos) {
        double millis = nanos / 1e6;
        return millis < 99.95
                ? String.format(Locale.ENGLISH, "%.1f ms", millis)
                : Figures.duration(Math.round(nanos / 1000.0));
    }

    private static String text(String key, Object... arguments) {
        return Messages.text("hops.way." + key, arguments);
    }
}

package dev.hopscope.capture;

import dev.hopscope.exchange.ConnectionInfo;
import dev.hopscope.exchange.Direction;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HeaderChange;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Origin;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.PassReason;
import dev.hopscope.exchange.RequestHead;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.TunnelExchange;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Picks from a snapshot what its row shows. Pure; any thread. */
final class RowFacts {
    /** Method, target, and the blank after it where it is whole (RFC 9112 §3). */
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Za-z][!-~]{0,19}) ([!-~]{1,256})( )?");

    private RowFacts() {}

    static ExchangeRow.Builder of(Exchange x, RowMarking marking) {
        ExchangeRow.Builder b = ExchangeRow.builder(x.id().value())
                .started(x.started().getEpochSecond() * 1_000_000 + x.started().getNano() / 1000)
                .state(state(x.outcome()))
                .client(client(x))
                .parent(x.parent() == null ? 0 : x.parent().value())
                .duration(duration(x));
        if (x.outcome() instanceof Outcome.Failed f) {
            b.cause(f.failure().code() + ": " + f.failure().detail());
        }
        switch (x) {
            case HttpExchange h -> http(b, h, marking);
            case TunnelExchange t -> tunnel(b, t);
            case FailedHandshake f ->
                b.kind(ExchangeRow.Kind.HANDSHAKE)
                        .target("", f.target().host(), f.target().port());
        }
        return b;
    }

    private static void http(ExchangeRow.Builder b, HttpExchange h, RowMarking marking) {
        RequestHead request = h.heads().requestReceived();
        ResponseHead response = h.heads().response();
        Origin origin = h.origin();
        if (request != null) {
            b.method(request.method()).protocol(request.version().shortName()).path(path(request.target()), false);
        } else if (h.unreadable() != null) {
            beginning(b, h.unreadable(), origin != null);
        }
        if (origin != null) {
            b.target(origin.scheme(), origin.host(), origin.port());
        }
        if (response != null) {
            b.status(response.status())
                    .type(MediaTypeName.of(response.headers().first("Content-Type")))
                    .cacheMarks(marking.of(request, response));
        }
        b.bytes(h.requestBytes(), response == null && h.responseBytes() == 0 ? -1 : h.responseBytes())
                .opened(h.client().connection().tls() != null)
                .answeredHere(h.answeredHere())
                .upgraded(h.upgradedTo() != null)
                .original(original(h.source()))
                .sentHere(h.source() instanceof Source.Replayed || h.source() instanceof Source.Sent);
        changes(b, h.changes());
        shares(b, h.timings());
    }

    /** Which request it was, as far as its first line tells. */
    private static void beginning(ExchangeRow.Builder b, String unreadable, boolean known) {
        Matcher line = REQUEST_LINE.matcher(unreadable);
        if (line.lookingAt()) {
            String target = line.group(2);
            b.method(line.group(1)).path(known ? path(target) : target, line.group(3) == null);
        }
    }

    private static long original(Source source) {
        return switch (source) {
            case Source.Captured c -> 0;
            case Source.Replayed r -> r.original().value();
            case Source.Sent s -> s.original() == null ? 0 : s.original().value();
            case Source.Validated v -> v.original().value();
            case Source.Imported i -> 0;
        };
    }

    private static void tunnel(ExchangeRow.Builder b, TunnelExchange t) {
        RequestHead request = t.heads().requestReceived();
        ResponseHead response = t.heads().response();
        b.kind(ExchangeRow.Kind.TUNNEL)
                .method(request == null ? "" : request.method())
                .status(response == null ? 0 : response.status())
                .target("", t.target().host(), t.target().port())
                .bytes(t.requestBytes(), t.responseBytes())
                .opened(t.opened());
        if (t.passed() != null && !(t.outcome() instanceof Outcome.Failed)) {
            b.cause(words(t.passed()));
        }
        changes(b, t.changes());
        shares(b, t.timings());
    }

    /** The code in the words of files and machines, {@code ignored-host}, and what decided. */
    private static String words(PassReason why) {
        String code = why.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return why.detail().isEmpty() ? code : code + ": " + why.detail();
    }

    private static ExchangeRow.State state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Pending p -> ExchangeRow.State.PENDING;
            case Outcome.Completed c -> ExchangeRow.State.COMPLETED;
            case Outcome.Failed f -> ExchangeRow.State.FAILED;
            case Outcome.Interrupted i -> ExchangeRow.State.INTERRUPTED;
        };
    }

    private static String client(Exchange x) {
        boolean own = x instanceof HttpExchange h && h.source() instanceof Source.Validated;
        return own ? "Hopscope" : client(x.client().connection());
    }

    private static String client(ConnectionInfo client) {
        return client.process() != null
                ? client.process().name()
                : client.remote().host();
    }

    private static long duration(Exchange x) {
        if (!x.outcome().terminal() || x.outcome() instanceof Outcome.Interrupted) {
            return -1;
        }
        return micros(x.timings().at(Mark.RETURN_END).orElse(0));
    }

    private static void changes(ExchangeRow.Builder b, List<HeaderChange> changes) {
        int request = 0;
        boolean notable = false;
        for (HeaderChange change : changes) {
            if (change.leg() == Direction.REQUEST) {
                request++;
            }
            notable |= !change.reason().routine();
        }
        b.changes(request, changes.size() - request).notableChanges(notable);
    }

    /** Set-up: from the first step of dialling to its last; waiting: from the request's head to the first octet back; receiving: from there to the end. */
    private static void shares(ExchangeRow.Builder b, Timings t) {
        long setup = span(
                t,
                first(t, Mark.DNS_START, Mark.CONNECT_START, Mark.TLS_START),
                first(t, Mark.TLS_END, Mark.PROXY_END, Mark.CONNECT_END));
        long waiting = span(t, Mark.FORWARD_HEAD, Mark.RESPONSE_FIRST_BYTE);
        long receiving =
                span(t, Mark.RESPONSE_FIRST_BYTE, t.has(Mark.RESPONSE_END) ? Mark.RESPONSE_END : Mark.RETURN_END);
        b.shares(micros(setup), micros(waiting), micros(receiving));
    }

    private static @Nullable Mark first(Timings t, Mark... marks) {
        for (Mark mark : marks) {
            if (t.has(mark)) {
                return mark;
            }
        }
        return null;
    }

    private static long span(Timings t, @Nullable Mark from, @Nullable Mark to) {
        return from == null || to == null ? 0 : Math.max(0, t.between(from, to).orElse(0));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }

    /** Path and query of a request target: of the absolute form the part after the authority (RFC 9112 §3.2.2), others as they are. */
    static String path(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.indexOf("://");
        if (authority < 0) {
            return target;
        }
        for (int i = authority + 3; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '/') {
                return target.substring(i);
            }
            if (c == '?') {
                return "/" + target.substring(i);
            }
        }
        return "/";
    }
}

package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.Phase;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The timing drawing as data: bars on both legs on one axis. Immutable, any thread. Times are nanoseconds from the left end of the axis.
 *
 * @param total the end of the last bar
 * @param firstByte when the first octet of the response came; -1 if it did not
 */
public record Waterfall(List<Bar> bars, long total, long firstByte) {
    /** Which connection. */
    public enum Leg {
        CLIENT,
        ORIGIN
    }

    /** What the time went into, for its colour. */
    public enum Kind {
        SETUP,
        TLS,
        SEND,
        WAIT,
        RECEIVE,
        /** What was being done when the exchange failed. */
        FAILED
    }

    /**
     * @param label what was done, in words
     * @param start negative where it was over long before the axis begins: the bar is then not drawn, only its length said
     */
    public record Bar(Leg leg, Kind kind, String label, long start, long length) {
        boolean earlier() {
            return start < 0;
        }
    }

    private record Step(Leg leg, Kind kind, String key, Mark from, Mark to) {}

    private static final List<Step> HTTP = List.of(
            new Step(Leg.CLIENT, Kind.TLS, "clientTls", Mark.CLIENT_TLS_START, Mark.CLIENT_TLS_END),
            new Step(Leg.CLIENT, Kind.SEND, "requestReceived", Mark.REQUEST_FIRST_BYTE, Mark.REQUEST_END),
            new Step(Leg.ORIGIN, Kind.SETUP, "dns", Mark.DNS_START, Mark.DNS_END),
            new Step(Leg.ORIGIN, Kind.SETUP, "connect", Mark.CONNECT_START, Mark.CONNECT_END),
            new Step(Leg.ORIGIN, Kind.SETUP, "proxy", Mark.PROXY_START, Mark.PROXY_END),
            new Step(Leg.ORIGIN, Kind.TLS, "originTls", Mark.TLS_START, Mark.TLS_END),
            new Step(Leg.ORIGIN, Kind.SEND, "requestSent", Mark.FORWARD_HEAD, Mark.FORWARD_END),
            new Step(Leg.ORIGIN, Kind.WAIT, "waiting", Mark.FORWARD_END, Mark.RESPONSE_FIRST_BYTE),
            new Step(Leg.ORIGIN, Kind.RECEIVE, "response", Mark.RESPONSE_FIRST_BYTE, Mark.RESPONSE_END));

    private static final List<Step> TUNNEL = List.of(
            new Step(Leg.ORIGIN, Kind.SETUP, "dns", Mark.DNS_START, Mark.DNS_END),
            new Step(Leg.ORIGIN, Kind.SETUP, "connect", Mark.CONNECT_START, Mark.CONNECT_END),
            new Step(Leg.ORIGIN, Kind.SETUP, "proxy", Mark.PROXY_START, Mark.PROXY_END),
            new Step(Leg.CLIENT, Kind.RECEIVE, "tunnel", Mark.RETURN_HEAD, Mark.RETURN_END));

    static Waterfall of(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x -> of(x.timings(), steps(x), x.outcome());
            case TunnelExchange x -> of(x.timings(), TUNNEL, x.outcome());
            case FailedHandshake x -> of(x.timings(), HTTP, x.outcome());
        };
    }

    private static List<Step> steps(HttpExchange x) {
        List<Step> steps = new ArrayList<>(HTTP);
        if (x.requestBytes() == 0) {
            // without content the request was there with its head; its end is marked when it was sent on
            steps.set(
                    1, new Step(Leg.CLIENT, Kind.SEND, "requestReceived", Mark.REQUEST_FIRST_BYTE, Mark.REQUEST_HEAD));
        }
        if (x.answeredHere()) {
            steps.add(2, new Step(Leg.CLIENT, Kind.RECEIVE, "answer", Mark.RETURN_HEAD, Mark.RETURN_END));
        }
        return steps;
    }

    private static Waterfall of(Timings timings, List<Step> steps, Outcome outcome) {
        long end = last(timings, Mark.values());
        // what was set up long before the first octet would squash the rest: it is told, not drawn
        long horizon = -Math.max(end, 20_000_000);
        long zero = 0;
        for (Step step : steps) {
            OptionalLong start = timings.at(step.from());
            if (start.isPresent() && timings.has(step.to()) && start.getAsLong() >= horizon) {
                zero = Math.min(zero, start.getAsLong());
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (Step step : steps) {
            OptionalLong length = timings.between(step.from(), step.to());
            if (length.isPresent()) {
                long start = timings.at(step.from()).getAsLong() - zero;
                bars.add(new Bar(
                        step.leg(),
                        step.kind(),
                        Messages.text("detail.time." + step.key()),
                        start,
                        Math.max(0, length.getAsLong())));
            }
        }
        if (outcome instanceof Outcome.Failed failed) {
            failed(bars, timings, failed.failure().phase(), zero);
        }
        OptionalLong first = timings.at(Mark.RESPONSE_FIRST_BYTE);
        return new Waterfall(List.copyOf(bars), end - zero, first.isPresent() ? first.getAsLong() - zero : -1);
    }

    /** What it failed at, from the last that had come by then to the answer that says so. */
    private static void failed(List<Bar> bars, Timings timings, Phase phase, long zero) {
        Mark[] before = switch (phase) {
            case REQUEST, CLIENT_TLS -> new Mark[] {Mark.REQUEST_FIRST_BYTE};
            case DNS -> new Mark[] {Mark.REQUEST_HEAD};
            case CONNECT -> new Mark[] {Mark.REQUEST_HEAD, Mark.DNS_END};
            case UPSTREAM_PROXY -> new Mark[] {Mark.REQUEST_HEAD, Mark.CONNECT_END};
            case TLS -> new Mark[] {Mark.REQUEST_HEAD, Mark.CONNECT_END, Mark.PROXY_END};
            case FORWARD -> new Mark[] {Mark.FORWARD_HEAD};
            case WAIT -> new Mark[] {Mark.FORWARD_HEAD, Mark.FORWARD_END};
            case RESPONSE -> new Mark[] {Mark.RESPONSE_FIRST_BYTE};
            case RETURN -> new Mark[] {Mark.RESPONSE_FIRST_BYTE, Mark.RETURN_HEAD};
        };
        long start = last(timings, before);
        // the page that tells the client of it begins when it had failed
        long end = phase != Phase.RETURN && timings.at(Mark.RETURN_HEAD).orElse(-1) >= start
                ? timings.at(Mark.RETURN_HEAD).getAsLong()
                : last(timings, Mark.values());
        if (end > start) {
            Leg leg = switch (phase) {
                case REQUEST, CLIENT_TLS, RETURN -> Leg.CLIENT;
                case DNS, CONNECT, UPSTREAM_PROXY, TLS, FORWARD, WAIT, RESPONSE -> Leg.ORIGIN;
            };
            String label = Messages.text("detail.time.failed." + phase.name().toLowerCase(Locale.ROOT));
            // a handshake that came to its end and was then refused is one bar
            bars.removeIf(bar -> phase == Phase.TLS && bar.leg() == leg && bar.kind() == Kind.TLS);
            bars.add(new Bar(leg, Kind.FAILED, label, start - zero, end - start));
        }
    }

    private static long last(Timings timings, Mark... marks) {
        long last = 0;
        for (Mark mark : marks) {
            last = Math.max(last, timings.at(mark).orElse(0));
        }
        return last;
    }

    /** The step between the marks of the axis: 1, 2, 2.5 or 5 times a power of ten, at most {@code marks} of which reach the total. */
    static long step(long total, int marks) {
        long unit = 1000;
        while (true) {
            for (int tenths : new int[] {10, 20, 25, 50}) {
                long step = unit * tenths / 10;
                if (step * marks >= total) {
                    return step;
                }
            }
            unit *= 10;
        }
    }

    /** All of it in words. */
    String text() {
        return bars.stream()
                .map(b -> b.label() + " " + Wording.span(b.length()))
                .collect(Collectors.joining(", "));
    }
}

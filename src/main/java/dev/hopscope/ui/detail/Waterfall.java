package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Mark;
import dev.hopscope.exchange.Timings;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.kit.Messages;
import java.util.ArrayList;
import java.util.List;
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
        RECEIVE
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
            case HttpExchange x -> of(x.timings(), steps(x));
            case TunnelExchange x -> of(x.timings(), TUNNEL);
            case FailedHandshake x -> of(x.timings(), HTTP);
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

    private static Waterfall of(Timings timings, List<Step> steps) {
        long end = 0;
        for (Mark mark : Mark.values()) {
            end = Math.max(end, timings.at(mark).orElse(0));
        }
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
        OptionalLong first = timings.at(Mark.RESPONSE_FIRST_BYTE);
        return new Waterfall(List.copyOf(bars), end - zero, first.isPresent() ? first.getAsLong() - zero : -1);
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

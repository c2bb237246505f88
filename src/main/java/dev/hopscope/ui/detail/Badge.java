package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Outcome;
import dev.hopscope.exchange.ResponseHead;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.ui.kit.Messages;

/**
 * How an exchange stands, in a word and a tint. Immutable, any thread.
 *
 * @param style class of the status: {@code s1} to {@code s5}
 */
record Badge(String text, String style) {
    static Badge of(Exchange exchange) {
        return switch (exchange) {
            case HttpExchange x -> http(x);
            case TunnelExchange x ->
                x.outcome() instanceof Outcome.Failed
                        ? new Badge(Messages.text("detail.badge.failed"), "s5")
                        : new Badge(Messages.text(x.opened() ? "detail.badge.opened" : "detail.badge.tunnel"), "s1");
            case FailedHandshake x -> new Badge(Messages.text("detail.badge.handshake"), "s5");
        };
    }

    private static Badge http(HttpExchange x) {
        ResponseHead response = x.heads().response();
        if (response == null) {
            return switch (x.outcome()) {
                case Outcome.Pending p -> new Badge(Messages.text("detail.badge.pending"), "s1");
                case Outcome.Interrupted i -> new Badge(Messages.text("detail.badge.interrupted"), "s4");
                case Outcome.Completed c -> new Badge(Messages.text("detail.badge.interrupted"), "s4");
                case Outcome.Failed f -> new Badge(Messages.text("detail.badge.failed"), "s5");
            };
        }
        String status = Wording.status(response);
        boolean failed = x.outcome() instanceof Outcome.Failed;
        return new Badge(
                x.outcome().terminal() ? status : Messages.text("detail.badge.receiving", status),
                failed ? "s5" : "s" + Math.clamp(response.status() / 100, 1, 5));
    }
}

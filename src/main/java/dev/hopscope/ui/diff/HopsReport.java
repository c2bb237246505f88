package dev.hopscope.ui.diff;

import dev.hopscope.exchange.ConnectionUse;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.Source;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.inspect.diff.HeaderDiff;
import dev.hopscope.inspect.diff.HopDiff;
import dev.hopscope.inspect.diff.UnifiedText;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Plain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the hop view says of one exchange, worked out off the screen's thread. Immutable.
 *
 * @param exchange the one it is about
 * @param titles of the four columns: request received, forwarded, response received, returned
 */
public record HopsReport(Exchange exchange, Way way, HopDiff diff, List<String> titles) {
    /** @param parent the tunnel it came through, null where there is none or it is not known */
    public static HopsReport of(Exchange exchange, @Nullable Exchange parent) {
        HopDiff diff = HopDiff.of(exchange);
        return new HopsReport(exchange, WayOf.of(exchange, parent, diff), diff, titles(exchange, diff));
    }

    /** {@code 6·3}: lines changed on the request leg and on the response leg; empty where there is none. */
    public String badge() {
        return diff.changes() == 0
                ? ""
                : diff.request().changes() + "\u00B7" + diff.response().changes();
    }

    List<DiffRow> rows(boolean onlyChanges) {
        List<DiffRow> rows = new ArrayList<>(DiffRow.of(
                diff.request(), Messages.text("hops.leg.request"), titles.get(0), titles.get(1), onlyChanges));
        rows.addAll(DiffRow.of(
                diff.response(), Messages.text("hops.leg.response"), titles.get(2), titles.get(3), onlyChanges));
        return rows;
    }

    /** Both legs as a unified diff with the reasons. */
    String copyText() {
        return text(diff.request(), titles.get(0), titles.get(1)) + text(diff.response(), titles.get(2), titles.get(3));
    }

    private static String text(HeaderDiff leg, String from, String to) {
        return leg.lines().isEmpty()
                ? ""
                : UnifiedText.of(leg, from, to, line -> DiffRow.Line.of(line).why());
    }

    private static List<String> titles(Exchange exchange, HopDiff diff) {
        String client = switch (exchange) {
            case HttpExchange x when x.source() instanceof Source.Replayed -> Messages.text("hops.way.lane.replay");
            case HttpExchange x when x.source() instanceof Source.Sent -> Messages.text("hops.way.lane.sent");
            case HttpExchange x
            when x.source() instanceof Source.Validated -> Messages.text("hops.way.lane.validation");
            default -> client(exchange.client());
        };
        String far = switch (exchange) {
            case HttpExchange x -> x.origin() == null ? "" : x.origin().host();
            case TunnelExchange x -> far(x);
            case FailedHandshake x -> x.target().host();
        };
        far = Plain.line(far);
        boolean own = !diff.response().before().present();
        return List.of(
                Messages.text("hops.title.requestReceived", client),
                Messages.text(
                        diff.request().after().present() ? "hops.title.requestForwarded" : "hops.title.notForwarded",
                        far),
                Messages.text(own ? "hops.title.notReceived" : "hops.title.responseReceived", far),
                Messages.text(
                        !diff.response().after().present()
                                ? "hops.title.notReturned"
                                : own ? "hops.title.answeredHere" : "hops.title.responseReturned",
                        client));
    }

    private static String far(TunnelExchange x) {
        ConnectionUse use = x.originConnection();
        return use != null && use.connection().viaProxy() != null
                ? use.connection().viaProxy().toString()
                : x.target().host();
    }

    private static String client(ConnectionUse use) {
        var process = use.connection().process();
        return Plain.line(
                process != null ? process.name() : use.connection().remote().host());
    }
}

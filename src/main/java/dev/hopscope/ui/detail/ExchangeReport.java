package dev.hopscope.ui.detail;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.ui.cache.CacheReport;
import dev.hopscope.ui.diff.HopsReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All the pane says of one exchange but its bodies, worked out off the screen's thread. Immutable. */
public record ExchangeReport(
        Exchange exchange,
        Sentence sentence,
        List<Fact> facts,
        @Nullable Trouble trouble,
        Waterfall waterfall,
        List<LegRow> connections,
        HopsReport hops,
        CacheReport cache) {
    static ExchangeReport of(Exchange exchange) {
        return of(exchange, null);
    }

    /** @param parent the tunnel it came through, null where there is none or it is not known */
    static ExchangeReport of(Exchange exchange, @Nullable Exchange parent) {
        return new ExchangeReport(
                exchange,
                Wording.of(exchange),
                Facts.of(exchange),
                Trouble.of(exchange),
                Waterfall.of(exchange),
                LegRows.of(exchange),
                HopsReport.of(exchange, parent),
                CacheReport.of(exchange));
    }
}

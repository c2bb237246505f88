package dev.hopscope.capture.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.capture.RecordingOptions;
import dev.hopscope.capture.RecordingSession;
import dev.hopscope.capture.SessionReader;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeEvent;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.exchange.FailedHandshake;
import dev.hopscope.exchange.HttpExchange;
import dev.hopscope.exchange.TunnelExchange;
import dev.hopscope.proxy.ExchangeSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final int EXCHANGES = 400;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyExchangeComesBackFromTheFileAsItWas(long seed) throws Exception {
        Path file = folder.resolve("session.hops");
        Folding expected;
        try (RecordingSession session = SessionFiles.record(file, RecordingOptions.DEFAULT)) {
            expected = new Folding(session.exchangeSink());
            Traffic traffic = new Traffic(expected, session.bodySink(), seed);
            for (int i = 0; i < EXCHANGES; i++) {
                traffic.any();
                if (i % 100 == 0) {
                    session.flush();
                }
            }
        }
        List<Exchange> read = new ArrayList<>();
        List<ExchangeRow> rows = new ArrayList<>();
        try (SessionReader reader = SessionFiles.read(file)) {
            reader.exchanges(read::add);
            reader.rows(rows::add);
            assertThat(reader.damage()).isEmpty();
        }

        assertThat(read).hasSize(EXCHANGES);
        for (Exchange exchange : read) {
            Exchange sent = expected.snapshots.get(exchange.id().value());
            assertThat(exchange).isEqualTo(asRead(sent, exchange));
            ExchangeRow row = rows.get((int) exchange.id().value() - 1);
            if (sent.outcome().terminal()) {
                assertThat(row).usingRecursiveComparison().isEqualTo(ExchangeRow.of(sent));
            } else {
                assertThat(row.state()).isEqualTo(ExchangeRow.State.INTERRUPTED);
            }
        }
    }

    /** As it should come back: without a monotonic clock; what was under way interrupted, with the bodies found. */
    private static Exchange asRead(Exchange x, Exchange read) {
        return switch (x) {
            case HttpExchange h -> {
                HttpExchange ended = h.outcome().terminal() ? h : h.interrupted();
                HttpExchange r = (HttpExchange) read;
                boolean open = !h.outcome().terminal();
                yield new HttpExchange(
                        h.id(),
                        h.started(),
                        0,
                        h.client(),
                        h.parent(),
                        h.source(),
                        h.origin(),
                        h.unreadable(),
                        h.heads(),
                        h.interim(),
                        h.trailers(),
                        h.changes(),
                        h.originConnection(),
                        open ? r.requestBody() : h.requestBody(),
                        open ? r.responseBody() : h.responseBody(),
                        open ? r.requestBytes() : h.requestBytes(),
                        open ? r.responseBytes() : h.responseBytes(),
                        h.upgradedTo(),
                        h.timings(),
                        ended.outcome());
            }
            case TunnelExchange t ->
                new TunnelExchange(
                        t.id(),
                        t.started(),
                        0,
                        t.client(),
                        t.parent(),
                        t.target(),
                        t.heads(),
                        t.changes(),
                        t.originConnection(),
                        t.decided(),
                        t.sni(),
                        t.passed(),
                        t.requestBytes(),
                        t.responseBytes(),
                        t.timings(),
                        t.outcome().terminal() ? t.outcome() : t.interrupted().outcome());
            case FailedHandshake f ->
                new FailedHandshake(
                        f.id(), f.started(), 0, f.client(), f.parent(), f.target(), f.sni(), f.timings(), f.outcome());
        };
    }

    /** Passes events on and folds them itself. */
    private static final class Folding implements ExchangeSink {
        private final ExchangeSink sink;
        private final Map<Long, Exchange> snapshots = new TreeMap<>();

        Folding(ExchangeSink sink) {
            this.sink = sink;
        }

        @Override
        public ExchangeId nextId() {
            return sink.nextId();
        }

        @Override
        public long nextConnectionId() {
            return sink.nextConnectionId();
        }

        @Override
        public void accept(ExchangeEvent event) {
            sink.accept(event);
            Exchange before = snapshots.get(event.id().value());
            snapshots.put(
                    event.id().value(),
                    before == null ? Exchange.of((ExchangeEvent.Started) event) : before.with(event));
        }

        @Override
        public boolean recording() {
            return sink.recording();
        }
    }
}

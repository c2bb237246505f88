package dev.hopscope.ui.compare;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Memory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exchanges to be found by id, and what the screen remembers, in memory. */
final class KeptExchanges implements ExchangeLog, Memory {
    final Map<String, String> remembered = new HashMap<>();
    private final Map<ExchangeId, Exchange> exchanges = new HashMap<>();
    boolean broken;

    ExchangeId put(Exchange exchange) {
        exchanges.put(exchange.id(), exchange);
        return exchange.id();
    }

    @Override
    public Cursor newCursor() {
        return new Cursor() {};
    }

    @Override
    public Changes drain(Cursor cursor, int max) {
        return new Changes(false, List.of(), List.of(), List.of(), false);
    }

    @Override
    public int size() {
        return exchanges.size();
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) throws IOException {
        if (broken) {
            throw new IOException("The session file is gone");
        }
        return Optional.ofNullable(exchanges.get(id));
    }

    @Override
    public String get(String key) {
        return remembered.get(key);
    }

    @Override
    public void put(String key, String value) {
        remembered.put(key, value);
    }
}

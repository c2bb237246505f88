package dev.hopscope.ui.shell;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A log in memory for one reader. */
final class FakeLog implements ExchangeLog {
    private final TreeMap<Long, ExchangeRow> rows = new TreeMap<>();
    private final TreeMap<Long, ExchangeRow> appended = new TreeMap<>();
    private final TreeMap<Long, ExchangeRow> replaced = new TreeMap<>();
    private final List<ExchangeId> removed = new ArrayList<>();
    private boolean cleared;

    synchronized void put(ExchangeRow row) {
        boolean fresh = rows.put(row.id(), row) == null || appended.containsKey(row.id());
        (fresh ? appended : replaced).put(row.id(), row);
    }

    synchronized void clear() {
        rows.clear();
        appended.clear();
        replaced.clear();
        cleared = true;
    }

    synchronized void remove(Collection<ExchangeId> ids) {
        ids.forEach(id -> {
            rows.remove(id.value());
            replaced.remove(id.value());
            if (appended.remove(id.value()) == null) {
                removed.add(id);
            }
        });
    }

    synchronized List<ExchangeRow> rows() {
        return List.copyOf(rows.values());
    }

    @Override
    public Cursor newCursor() {
        return new Cursor() {};
    }

    @Override
    public synchronized Changes drain(Cursor cursor, int max) {
        Changes changes = new Changes(
                cleared, List.copyOf(appended.values()), List.copyOf(replaced.values()), List.copyOf(removed), false);
        cleared = false;
        appended.clear();
        replaced.clear();
        removed.clear();
        return changes;
    }

    @Override
    public synchronized int size() {
        return rows.size();
    }

    /** Whole exchanges, put in by the test. */
    final java.util.Map<ExchangeId, Exchange> whole = new java.util.concurrent.ConcurrentHashMap<>();

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return Optional.ofNullable(whole.get(id));
    }
}

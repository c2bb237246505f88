package dev.hopscope.capture;

import dev.hopscope.exchange.Exchange;
import dev.hopscope.exchange.ExchangeId;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The log in memory: one row an exchange in a sorted list of pieces, and for each reader what it has not seen yet. Any thread, by one lock held for a batch of
 * rows at a time. A row a reader has not reached costs that reader nothing. Does not hold exchanges.
 */
public final class RowLog implements ExchangeLog {
    private final Lookup lookup;
    private final SortedRows rows = new SortedRows();
    private final List<WeakReference<Place>> readers = new ArrayList<>();

    /** Finds whole exchanges. */
    public interface Lookup {
        Optional<Exchange> find(ExchangeId id) throws IOException;
    }

    public RowLog(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Where one reader is: all rows up to {@code reached} were given to it, but for those named here. Guarded by the log. */
    private static final class Place implements Cursor {
        private final RowLog log;
        private long reached;
        private boolean cleared;
        /** New rows below {@code reached}, in order of arrival. */
        private final List<Long> late = new ArrayList<>();

        private final Set<Long> changed = new HashSet<>();
        private final Set<Long> removed = new HashSet<>();

        Place(RowLog log) {
            this.log = log;
        }
    }

    @Override
    public synchronized Cursor newCursor() {
        Place place = new Place(this);
        readers.removeIf(r -> r.get() == null);
        readers.add(new WeakReference<>(place));
        return place;
    }

    /** Adds rows and puts newer states in the place of older ones. */
    public synchronized void put(Collection<ExchangeRow> batch) {
        for (ExchangeRow row : batch) {
            boolean added = rows.put(row);
            for (WeakReference<Place> reader : readers) {
                Place place = reader.get();
                if (place != null && row.id() <= place.reached) {
                    (added ? place.late : place.changed).add(row.id());
                }
            }
        }
    }

    /** Adds rows read from a file, unless they were removed from it or are known in a newer state. */
    public synchronized void load(Collection<ExchangeRow> batch) {
        put(batch.stream().filter(row -> rows.get(row.id()) == null).toList());
    }

    public synchronized void remove(Collection<Long> ids) {
        Set<Long> gone = new HashSet<>();
        for (long id : ids) {
            if (rows.remove(id)) {
                gone.add(id);
            }
        }
        for (WeakReference<Place> reader : readers) {
            Place place = reader.get();
            if (place != null) {
                place.changed.removeAll(gone);
                Set<Long> given = new HashSet<>(gone);
                place.late.forEach(given::remove);
                place.late.removeAll(gone);
                given.removeIf(id -> id > place.reached);
                place.removed.addAll(given);
            }
        }
    }

    public synchronized void clear() {
        rows.clear();
        for (WeakReference<Place> reader : readers) {
            Place place = reader.get();
            if (place != null) {
                place.reached = 0;
                place.cleared = true;
                place.late.clear();
                place.changed.clear();
                place.removed.clear();
            }
        }
    }

    @Override
    public synchronized Changes drain(Cursor cursor, int max) {
        Place place = (Place) cursor;
        if (place.log != this || max < 1) {
            throw new IllegalArgumentException("another log's cursor, or no row wanted");
        }
        boolean cleared = place.cleared;
        place.cleared = false;
        List<ExchangeId> removed =
                place.removed.stream().sorted().map(ExchangeId::new).toList();
        place.removed.clear();
        List<ExchangeRow> appended = new ArrayList<>();
        takeLate(place, max, appended);
        place.reached = Math.max(place.reached, rows.after(place.reached, max - appended.size(), appended));
        List<ExchangeRow> replaced = place.late.isEmpty() ? takeChanged(place, max - appended.size()) : List.of();
        boolean more = !place.late.isEmpty() || !place.changed.isEmpty() || rows.last() > place.reached;
        return new Changes(cleared, appended, replaced, removed, more);
    }

    private void takeLate(Place place, int max, List<ExchangeRow> into) {
        List<Long> taken = place.late.subList(0, Math.min(max, place.late.size()));
        for (long id : taken) {
            ExchangeRow row = rows.get(id);
            if (row != null) {
                into.add(row);
                place.changed.remove(id);
            }
        }
        taken.clear();
        into.sort((a, b) -> Long.compare(a.id(), b.id()));
    }

    private List<ExchangeRow> takeChanged(Place place, int max) {
        List<ExchangeRow> replaced = new ArrayList<>();
        for (var ids = place.changed.iterator(); ids.hasNext() && replaced.size() < max; ) {
            ExchangeRow row = rows.get(ids.next());
            ids.remove();
            if (row != null) {
                replaced.add(row);
            }
        }
        return replaced;
    }

    @Override
    public synchronized int size() {
        return rows.size();
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) throws IOException {
        return lookup.find(id);
    }
}

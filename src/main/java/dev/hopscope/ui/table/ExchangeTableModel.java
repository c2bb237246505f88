package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeLog;
import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.exchange.ExchangeId;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows shown: those of the log that pass the filter, in the order asked for. One thread, the screen's; filtering and sorting of the whole list run elsewhere
 * and come back as one swap, while single rows are merged where they belong. Does not know the table, and selects nothing.
 */
public final class ExchangeTableModel extends ObservableListBase<ExchangeRow> {
    /** How many rows there are of each kind. */
    public record Counts(int rows, int errors, int tunnels, int openedTunnels, int cached, int changed) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        /** How many have a row of their own under this filter's choice of tunnels. */
        public int listed(RowFilter filter) {
            return filter.openedTunnels() ? rows : rows - openedTunnels;
        }

        Counts plus(ExchangeRow row, int sign) {
            return new Counts(
                    rows + sign,
                    errors + (RowFilter.isError(row) ? sign : 0),
                    tunnels + (RowFilter.isTunnel(row) ? sign : 0),
                    openedTunnels + (RowFilter.isOpenedTunnel(row) ? sign : 0),
                    cached + (RowFilter.isCached(row) ? sign : 0),
                    changed + (RowFilter.isChanged(row) && !RowFilter.isOpenedTunnel(row) ? sign : 0));
        }
    }

    private final RowStore store = new RowStore();
    private final Lane lane;
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(this, "counts", Counts.NONE);
    private final ReadOnlyObjectWrapper<Counts> found = new ReadOnlyObjectWrapper<>(this, "found", Counts.NONE);
    private final ReadOnlyObjectWrapper<RowFilter> filter =
            new ReadOnlyObjectWrapper<>(this, "filter", RowFilter.DEFAULT);
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(this, "order", Order.ARRIVAL);
    private RowView view = new RowView(new int[64], 0);
    private RowFilter wantedFilter = RowFilter.DEFAULT;
    private Order wantedOrder = Order.ARRIVAL;
    /** Indices replaced since the question under way was asked; null while none is. */
    private @Nullable BitSet replacedSince;

    private int structure;
    private Consumer<Exception> failed =
            e -> Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);

    public ExchangeTableModel(Background background) {
        lane = background.lane();
    }

    public void setFailed(Consumer<Exception> handler) {
        failed = handler;
    }

    @Override
    public ExchangeRow get(int position) {
        return store.get(view.get(position));
    }

    @Override
    public int size() {
        return view.size();
    }

    /** All rows, shown or not. */
    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Those in which the filter's text is found: of each kind what would be shown if it were asked for alone. */
    public ReadOnlyObjectProperty<Counts> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The filter of what is shown now: changes with the swap, not with the wish. */
    public ReadOnlyObjectProperty<RowFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** The order of what is shown now. */
    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return lane.busyProperty();
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return lane.progressProperty();
    }

    /** All rows as they are now, and which of them are shown: for work on another thread. */
    public Snapshot snapshot() {
        return new Snapshot(store.copy(), filter.get());
    }

    /** @param rows all of them, by id */
    public record Snapshot(ExchangeRow[] rows, RowFilter filter) {}

    /** The row of an id, shown or not. */
    public @Nullable ExchangeRow row(ExchangeId id) {
        int index = store.indexOf(id.value());
        return index < 0 ? null : store.get(index);
    }

    /** Rows with lower ids that pass, shown or not; the newest first. */
    public List<ExchangeRow> before(ExchangeId id, Predicate<ExchangeRow> wanted) {
        int index = store.indexOf(id.value());
        List<ExchangeRow> found = new ArrayList<>();
        for (int i = (index < 0 ? -index - 1 : index) - 1; i >= 0; i--) {
            if (wanted.test(store.get(i))) {
                found.add(store.get(i));
            }
        }
        return found;
    }

    /** The highest id there is, shown or not; 0 without rows. */
    long newestId() {
        return store.size() == 0 ? 0 : store.get(store.size() - 1).id();
    }

    /** Where a row is shown; empty if it is not. */
    public OptionalInt position(long id) {
        int index = store.indexOf(id);
        if (index < 0 || !filter.get().test(store.get(index))) {
            return OptionalInt.empty();
        }
        int position = find(store.get(index));
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** Shows what passes this filter, as soon as it is known. */
    public void show(RowFilter newFilter) {
        wantedFilter = newFilter;
        ask();
    }

    /** Shows rows in this order, as soon as it is known. */
    public void sort(Order newOrder) {
        wantedOrder = newOrder;
        ask();
    }

    /** Rows in whose heads the text of the filter was found; ignored where the filter has changed since. */
    public void addHits(String text, long[] ids) {
        RowFilter wanted = wantedFilter;
        if (!wanted.text().equals(text) || ids.length == 0) {
            return;
        }
        wantedFilter = wanted.withHits(wanted.hits().with(ids));
        if (!lane.busyProperty().get()) {
            admitHits(wantedFilter, ids);
        }
    }

    /** Takes a batch of changes: one step for those who listen. */
    public void apply(ExchangeLog.Changes changes) {
        if (changes.cleared()) {
            clearRows();
        }
        if (!changes.removed().isEmpty()) {
            removeRows(changes.removed());
        }
        if (!changes.appended().isEmpty() || !changes.replaced().isEmpty()) {
            merge(changes.appended(), changes.replaced());
        }
    }

    private void clearRows() {
        structure++;
        List<ExchangeRow> before = shown();
        store.clear();
        found.set(Counts.NONE);
        swapped(new RowView(new int[64], 0), Counts.NONE, before);
        askAgain();
    }

    private void removeRows(List<ExchangeId> ids) {
        int[] indices = ids.stream()
                .mapToInt(id -> store.indexOf(id.value()))
                .filter(i -> i >= 0)
                .sorted()
                .distinct()
                .toArray();
        if (indices.length == 0) {
            return;
        }
        structure++;
        Counts left = counts.get();
        Counts leftFound = found.get();
        for (int index : indices) {
            left = left.plus(store.get(index), -1);
            leftFound = plus(leftFound, filter.get(), store.get(index), -1);
        }
        found.set(leftFound);
        int[] kept = new int[view.size()];
        int size = 0;
        for (int i = 0; i < view.size(); i++) {
            int at = Arrays.binarySearch(indices, view.get(i));
            if (at < 0) {
                kept[size++] = view.get(i) - (-at - 1);
            }
        }
        List<ExchangeRow> before = shown();
        store.remove(indices);
        swapped(new RowView(kept, size), left, before);
        askAgain();
    }

    private void merge(List<ExchangeRow> appended, List<ExchangeRow> replaced) {
        Merge merge = new Merge(appended.size() + replaced.size());
        RowFilter by = filter.get();
        Counts now = counts.get();
        Counts nowFound = found.get();
        for (ExchangeRow row : replaced) {
            int index = store.indexOf(row.id());
            if (index >= 0) {
                ExchangeRow old = store.get(index);
                now = now.plus(old, -1).plus(row, 1);
                nowFound = plus(plus(nowFound, by, old, -1), by, row, 1);
                merge.replace(index, row);
            }
        }
        merge.store();
        for (ExchangeRow row : appended) {
            int index = store.indexOf(row.id());
            if (index < 0) {
                put(-index - 1, row, merge);
                now = now.plus(row, 1);
                nowFound = plus(nowFound, by, row, 1);
            }
        }
        counts.set(now);
        found.set(nowFound);
        merge.show();
    }

    private static Counts plus(Counts counts, RowFilter filter, ExchangeRow row, int sign) {
        return filter.finds(row) ? counts.plus(row, sign) : counts;
    }

    private void put(int index, ExchangeRow row, Merge merge) {
        if (index == store.size()) {
            store.add(row);
        } else {
            store.insert(index, row);
            view.shift(index);
            merge.shift(index);
            structure++;
        }
        if (filter.get().test(row)) {
            merge.insert(index);
        }
    }

    /** What one batch does to the view. */
    private final class Merge {
        private final int[] replacedIndex;
        private final ExchangeRow[] replacedRow;
        private int replaced;
        private final int[] removed;
        private int removals;
        private final int[] inserted;
        private int insertions;
        private final int[] updated;
        private int updates;

        Merge(int capacity) {
            replacedIndex = new int[capacity];
            replacedRow = new ExchangeRow[capacity];
            removed = new int[capacity];
            inserted = new int[capacity];
            updated = new int[capacity];
        }

        /** Finds the place of the old row while all others still are as they were when they were ordered. */
        void replace(int index, ExchangeRow row) {
            ExchangeRow old = store.get(index);
            boolean was = filter.get().test(old);
            boolean is = filter.get().test(row);
            int position = was ? find(old) : -1;
            if (position >= 0 && is && order.get().column().comparator().compare(old, row) == 0) {
                updated[updates++] = position;
            } else {
                if (position >= 0) {
                    removed[removals++] = position;
                }
                if (is) {
                    inserted[insertions++] = index;
                }
            }
            replacedIndex[replaced] = index;
            replacedRow[replaced++] = row;
        }

        void store() {
            for (int i = 0; i < replaced; i++) {
                store.set(replacedIndex[i], replacedRow[i]);
                if (replacedSince != null) {
                    replacedSince.set(replacedIndex[i]);
                }
            }
        }

        void insert(int index) {
            inserted[insertions++] = index;
        }

        void shift(int from) {
            for (int i = 0; i < insertions; i++) {
                if (inserted[i] >= from) {
                    inserted[i]++;
                }
            }
        }

        void show() {
            if (updates == 0 && removals == 0 && insertions == 0) {
                return;
            }
            beginChange();
            for (int i = 0; i < updates; i++) {
                nextUpdate(updated[i]);
            }
            Arrays.sort(removed, 0, removals);
            for (int i = 0; i < removals; i++) {
                nextRemove(removed[i] - i, ExchangeTableModel.this.get(removed[i]));
            }
            view.remove(removed, removals);
            insertAll(inserted, insertions);
            endChange();
        }
    }

    /** Puts indices where they belong; within a change. */
    private void insertAll(int[] indices, int count) {
        if (count == 0) {
            return;
        }
        int[] sorted = indices;
        if (order.get().equals(Order.ARRIVAL)) {
            Arrays.sort(sorted, 0, count);
            if (view.size() == 0 || view.get(view.size() - 1) < sorted[0]) {
                view.append(sorted, count);
                nextAdd(view.size() - count, view.size());
                return;
            }
        } else {
            IndexSort.sort(sorted, count, (a, b) -> order.get().compare(store.get(a), store.get(b)), () -> true);
        }
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = -find(store.get(sorted[i])) - 1;
        }
        view.insert(sorted, places, count);
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || places[i] != places[i - 1] + 1) {
                nextAdd(places[from], places[i - 1] + 1);
                from = i;
            }
        }
    }

    private void admitHits(RowFilter widened, long[] ids) {
        int[] more = new int[ids.length];
        int count = 0;
        Counts nowFound = found.get();
        for (long id : ids) {
            int index = store.indexOf(id);
            if (index >= 0 && !filter.get().finds(store.get(index))) {
                nowFound = plus(nowFound, widened, store.get(index), 1);
            }
            if (index >= 0 && !filter.get().test(store.get(index)) && widened.test(store.get(index))) {
                more[count++] = index;
            }
        }
        beginChange();
        insertAll(more, count);
        filter.set(widened);
        found.set(nowFound);
        endChange();
    }

    /** The position of a row in the view, or {@code -(position where it belongs) - 1}. */
    private int find(ExchangeRow row) {
        Order by = order.get();
        int low = 0;
        int high = view.size() - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            int difference = by.compare(store.get(view.get(mid)), row);
            if (difference < 0) {
                low = mid + 1;
            } else if (difference > 0) {
                high = mid - 1;
            } else {
                return mid;
            }
        }
        return -low - 1;
    }

    private void askAgain() {
        if (lane.busyProperty().get()) {
            ask();
        }
    }

    private void ask() {
        ExchangeRow[] rows = store.copy();
        RowFilter asked = wantedFilter;
        Order by = wantedOrder;
        int asOf = structure;
        replacedSince = new BitSet();
        lane.ask(
                progress -> select(rows, asked, by, progress),
                selected -> answer(selected, rows, asked, by, asOf),
                e -> {
                    replacedSince = null;
                    failed.accept(e);
                });
    }

    /** Off the screen's thread. Its answer is not looked at where it gave up. */
    private static Selected select(ExchangeRow[] rows, RowFilter filter, Order order, Lane.Progress progress) {
        int[] selected = new int[rows.length];
        int size = 0;
        Counts found = Counts.NONE;
        for (int i = 0; i < rows.length; i++) {
            if (filter.finds(rows[i])) {
                found = found.plus(rows[i], 1);
                if (filter.kind(rows[i])) {
                    selected[size++] = i;
                }
            }
            if (i % 8192 == 0 && !progress.report(0.9 * i / rows.length)) {
                return new Selected(new RowView(selected, 0), Counts.NONE);
            }
        }
        if (!order.equals(Order.ARRIVAL)) {
            IndexSort.sort(selected, size, order.of(rows), () -> progress.report(0.95));
        }
        return new Selected(new RowView(selected, size), found);
    }

    /** @param found in which rows the text is, of whatever kind */
    private record Selected(RowView view, Counts found) {}

    private void answer(Selected selected, ExchangeRow[] asked, RowFilter askedFilter, Order by, int asOf) {
        BitSet replaced = replacedSince;
        replacedSince = null;
        if (structure != asOf || replaced == null) {
            ask();
            return;
        }
        RowView next = replaced.isEmpty() ? selected.view() : without(selected.view(), replaced);
        for (int i = asked.length; i < store.size(); i++) {
            replaced.set(i);
        }
        Counts nowFound = selected.found();
        for (int i = replaced.nextSetBit(0); i >= 0; i = replaced.nextSetBit(i + 1)) {
            nowFound = i < asked.length ? plus(nowFound, askedFilter, asked[i], -1) : nowFound;
            nowFound = plus(nowFound, askedFilter, store.get(i), 1);
        }
        found.set(nowFound);
        int[] late =
                replaced.stream().filter(i -> askedFilter.test(store.get(i))).toArray();
        List<ExchangeRow> before = replacedRows(view);
        view = next;
        filter.set(askedFilter);
        order.set(by);
        mergeQuietly(late);
        swapped(view, counts.get(), before);
        if (wantedFilter.hits() != askedFilter.hits()) {
            admitHits(wantedFilter, wantedFilter.hits().stream().toArray());
        }
    }

    private static RowView without(RowView selected, BitSet replaced) {
        int[] kept = new int[selected.size()];
        int size = 0;
        for (int i = 0; i < selected.size(); i++) {
            if (!replaced.get(selected.get(i))) {
                kept[size++] = selected.get(i);
            }
        }
        return new RowView(kept, size);
    }

    /** What was shown before a swap, without a copy of it: the rows themselves are still in the store while listeners are told. */
    private List<ExchangeRow> replacedRows(RowView old) {
        return new AbstractList<>() {
            @Override
            public ExchangeRow get(int index) {
                return store.get(old.get(index));
            }

            @Override
            public int size() {
                return old.size();
            }
        };
    }

    /** As {@link #insertAll}, for a view that nobody has seen. */
    private void mergeQuietly(int[] late) {
        IndexSort.sort(late, late.length, (a, b) -> order.get().compare(store.get(a), store.get(b)), () -> true);
        int[] places = new int[late.length];
        for (int i = 0; i < late.length; i++) {
            places[i] = -find(store.get(late[i])) - 1;
        }
        view.insert(late, places, late.length);
    }

    /** The view first: who listens to the counts may look at the rows. */
    private void swapped(RowView next, Counts now, List<ExchangeRow> before) {
        view = next;
        counts.set(now);
        if (!before.isEmpty() || view.size() > 0) {
            fireChange(new WholeChange(this, before));
        }
    }

    /** What is shown now, for listeners that ask what is gone. */
    private List<ExchangeRow> shown() {
        ExchangeRow[] rows = new ExchangeRow[view.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = get(i);
        }
        return Collections.unmodifiableList(Arrays.asList(rows));
    }
}

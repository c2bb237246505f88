package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableListBase;

/**
 * The few rows of the list that are in sight: what the table view is given, since its own scrolling looks at every row before the first in sight, several times a
 * frame. It follows the newest until told to stay, and then keeps the rows in sight where they are. One thread, the screen's; knows no toolkit.
 */
final class RowWindow extends ObservableListBase<ExchangeRow> {
    private final ExchangeTableModel model;
    /** The row that is to stay where it is rather than the first in sight, if it is in sight. */
    private final Supplier<OptionalLong> held;

    private final ReadOnlyIntegerWrapper top = new ReadOnlyIntegerWrapper(this, "top");
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper(this, "unseen");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following", true);
    private ExchangeRow[] rows = new ExchangeRow[0];
    private Runnable inPlace = () -> {};
    private int capacity = 1;
    /** The newest row there was, shown or not, when the user went elsewhere: those above it are new. */
    private long newestSeen;

    private Order orderSeen;
    private RowFilter filterSeen;

    RowWindow(ExchangeTableModel model, Supplier<OptionalLong> held) {
        this.model = model;
        this.held = held;
        orderSeen = model.orderProperty().get();
        filterSeen = model.filterProperty().get();
        model.addListener((InvalidationListener) changed -> followChange());
        model.countsProperty().subscribe(counts -> {
            if (counts.rows() == 0) {
                // ids may begin anew
                newestSeen = 0;
            }
        });
    }

    @Override
    public ExchangeRow get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }

    /**
     * Places in sight hold other rows than before. The change of a list would tell the same, but at a price that a table view pays for every place: it lays them
     * all out anew.
     */
    void setInPlace(Runnable listener) {
        inPlace = listener;
    }

    /** The position of the first row in sight. */
    ReadOnlyIntegerProperty topProperty() {
        return top.getReadOnlyProperty();
    }

    /** The last position the first row may have. */
    int lastTop() {
        return Math.max(0, model.size() - capacity);
    }

    int capacity() {
        return capacity;
    }

    /** Whether the newest row is kept in sight. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Rows that came since the user went elsewhere, are shown, and lie beyond those in sight at the end where the newest are; 0 in another order than that of arrival. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** @param number of whole rows the screen has room for */
    void setCapacity(int number) {
        if (number != capacity) {
            OptionalLong row = held();
            capacity = number;
            if (following.get()) {
                show(newest());
            } else {
                show(top.get());
                row.ifPresent(this::reveal);
            }
        }
    }

    /** Goes to a place; at the newest end it follows from then on. */
    void scrollTo(int position) {
        show(position);
        setFollowing(model.orderProperty().get().byArrival() && top.get() == newest());
    }

    /** Goes to the newest row and stays with it. */
    void follow() {
        setFollowing(true);
        show(newest());
    }

    /** Stays at the rows in sight, whatever comes. */
    void stay() {
        setFollowing(false);
    }

    private void setFollowing(boolean on) {
        if (following.get() && !on) {
            newestSeen = model.newestId();
        }
        following.set(on);
        countUnseen();
    }

    private void countUnseen() {
        if (following.get() || !model.orderProperty().get().byArrival()) {
            unseen.set(0);
        } else if (newestFirst()) {
            unseen.set(Math.min(firstPast(newestSeen), top.get()));
        } else {
            unseen.set(Math.max(0, model.size() - Math.max(firstPast(newestSeen), top.get() + capacity)));
        }
    }

    /** In the order of arrival: the first position on the other side of an id, or the number of rows shown. */
    private int firstPast(long id) {
        boolean newestFirst = newestFirst();
        int low = 0;
        int high = model.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            boolean isNew = model.get(mid).id() > id;
            if (isNew == newestFirst) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /** Scrolls as little as brings a row into sight; nothing if it is not shown at all. */
    void reveal(long id) {
        OptionalInt at = model.position(id);
        if (at.isPresent()) {
            revealPosition(at.getAsInt());
        }
    }

    void revealPosition(int position) {
        if (position < top.get()) {
            scrollTo(position);
        } else if (position >= top.get() + capacity) {
            scrollTo(position - capacity + 1);
        }
    }

    boolean newestFirst() {
        return model.orderProperty().get().descending();
    }

    private int newest() {
        return newestFirst() ? 0 : lastTop();
    }

    /** The list has changed: stays with the newest, or with the rows in sight. */
    private void followChange() {
        Order order = model.orderProperty().get();
        boolean reordered = !order.equals(orderSeen);
        orderSeen = order;
        RowFilter filter = model.filterProperty().get().withHits(IdSet.NONE);
        boolean refiltered = !filter.equals(filterSeen);
        filterSeen = filter;
        show(following.get() && order.byArrival() ? newest() : anchored(reordered, refiltered));
    }

    private int anchored(boolean reordered, boolean refiltered) {
        OptionalLong row = held();
        if (row.isPresent()) {
            OptionalInt now = model.position(row.getAsLong());
            if (now.isPresent()) {
                return now.getAsInt() - place(row.getAsLong());
            }
        }
        if (refiltered && held.get().isPresent()) {
            OptionalInt back = model.position(held.get().getAsLong());
            if (back.isPresent()) {
                return back.getAsInt() - capacity / 2;
            }
        }
        if (reordered) {
            return 0;
        }
        if (top.get() == 0 && !model.orderProperty().get().byArrival()) {
            return 0;
        }
        for (int i = 0; i < rows.length; i++) {
            OptionalInt now = model.position(rows[i].id());
            if (now.isPresent()) {
                return now.getAsInt() - i;
            }
        }
        return top.get();
    }

    /** The held row, if it is in sight. */
    private OptionalLong held() {
        OptionalLong row = held.get();
        return row.isPresent() && place(row.getAsLong()) >= 0 ? row : OptionalLong.empty();
    }

    /** Where in sight a row is, -1 if it is not. */
    int place(long id) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].id() == id) {
                return i;
            }
        }
        return -1;
    }

    private void show(int position) {
        int first = Math.clamp(position, 0, lastTop());
        int count = Math.min(capacity, model.size() - first);
        ExchangeRow[] before = rows;
        ExchangeRow[] after = new ExchangeRow[count];
        for (int i = 0; i < count; i++) {
            after[i] = model.get(first + i);
        }
        top.set(first);
        countUnseen();
        if (Arrays.equals(before, after)) {
            return;
        }
        int both = Math.min(before.length, count);
        if (count != before.length) {
            beginChange();
            rows = after;
            if (count > both) {
                nextAdd(both, count);
            } else {
                nextRemove(both, Arrays.asList(before).subList(both, before.length));
            }
            endChange();
        }
        rows = after;
        inPlace.run();
    }
}

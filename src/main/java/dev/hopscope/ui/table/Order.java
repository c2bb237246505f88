package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import java.util.Comparator;

/**
 * The order rows are shown in; the id decides between equals, so that every row has one place. Any thread.
 */
public record Order(Column column, boolean descending) implements Comparator<ExchangeRow> {
    /** As they arrived. */
    public static final Order ARRIVAL = new Order(Column.NUMBER, false);

    @Override
    public int compare(ExchangeRow a, ExchangeRow b) {
        int difference = column.comparator().compare(a, b);
        if (difference == 0) {
            difference = Long.compare(a.id(), b.id());
        }
        return descending ? -difference : difference;
    }

    /** Whether the newest row is at the end of the list ({@code descending}: at its beginning). */
    public boolean byArrival() {
        return column == Column.NUMBER;
    }

    /** Compares rows of an array by keys taken once; ids ascend in it. */
    IndexSort.Comparison of(ExchangeRow[] rows) {
        int sign = descending ? -1 : 1;
        if (column.number() != null) {
            long[] keys = new long[rows.length];
            for (int i = 0; i < rows.length; i++) {
                keys[i] = column.number().applyAsLong(rows[i]);
            }
            return (a, b) -> {
                int difference = Long.compare(keys[a], keys[b]);
                return sign * (difference == 0 ? Integer.compare(a, b) : difference);
            };
        }
        String[] keys = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = column.text().apply(rows[i]);
        }
        return (a, b) -> {
            int difference = keys[a].compareTo(keys[b]);
            return sign * (difference == 0 ? Integer.compare(a, b) : difference);
        };
    }
}

package dev.hopscope.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in order of id, in pieces of {@value #PIECE}: cheap at the end, where new rows come, and right anywhere, whatever holes the ids have. One thread at a
 * time. Tells nobody what changed.
 */
final class SortedRows {
    private static final int PIECE = 2048;

    private final List<Piece> pieces = new ArrayList<>();
    private int size;

    /** Never empty. */
    private static final class Piece {
        private final ExchangeRow[] rows = new ExchangeRow[PIECE];
        private int used;

        long first() {
            return rows[0].id();
        }

        long last() {
            return rows[used - 1].id();
        }

        /** As {@link Arrays#binarySearch}. */
        int indexOf(long id) {
            int low = 0;
            int high = used - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                long found = rows[middle].id();
                if (found == id) {
                    return middle;
                }
                if (found < id) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -low - 1;
        }

        void insert(int at, ExchangeRow row) {
            System.arraycopy(rows, at, rows, at + 1, used - at);
            rows[at] = row;
            used++;
        }

        void delete(int at) {
            System.arraycopy(rows, at + 1, rows, at, used - at - 1);
            used--;
            Arrays.fill(rows, used, used + 1, null);
        }

        Piece split() {
            Piece upper = new Piece();
            int half = used / 2;
            upper.used = used - half;
            System.arraycopy(rows, half, upper.rows, 0, upper.used);
            Arrays.fill(rows, half, used, null);
            used = half;
            return upper;
        }
    }

    int size() {
        return size;
    }

    /** The highest id, 0 if there is none. */
    long last() {
        return pieces.isEmpty() ? 0 : pieces.getLast().last();
    }

    void clear() {
        pieces.clear();
        size = 0;
    }

    @Nullable
    ExchangeRow get(long id) {
        int at = pieceOf(id);
        if (at < 0) {
            return null;
        }
        Piece piece = pieces.get(at);
        int index = piece.indexOf(id);
        return index < 0 ? null : piece.rows[index];
    }

    /** @return whether the row is new; else it took the place of the one of its id */
    boolean put(ExchangeRow row) {
        int at = pieceOf(row.id());
        if (at < 0) {
            if (pieces.isEmpty() || pieces.getFirst().used == PIECE) {
                pieces.addFirst(new Piece());
            }
            at = 0;
        }
        Piece piece = pieces.get(at);
        int index = piece.indexOf(row.id());
        if (index >= 0) {
            piece.rows[index] = row;
            return false;
        }
        index = -index - 1;
        if (piece.used == PIECE) {
            Piece next = index == PIECE ? new Piece() : piece.split();
            pieces.add(at + 1, next);
            if (index >= piece.used) {
                index -= piece.used;
                piece = next;
            }
        }
        piece.insert(index, row);
        size++;
        return true;
    }

    boolean remove(long id) {
        int at = pieceOf(id);
        int index = at < 0 ? -1 : pieces.get(at).indexOf(id);
        if (index < 0) {
            return false;
        }
        pieces.get(at).delete(index);
        if (pieces.get(at).used == 0) {
            pieces.remove(at);
        }
        size--;
        return true;
    }

    /**
     * Adds up to {@code max} rows above {@code id} to {@code into}.
     *
     * @return the id of the last one added, {@code id} if none was
     */
    long after(long id, int max, List<ExchangeRow> into) {
        int at = Math.max(0, pieceOf(id));
        long reached = id;
        for (int left = max; left > 0 && at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            int index = piece.indexOf(id);
            for (int i = index < 0 ? -index - 1 : index + 1; i < piece.used && left > 0; i++, left--) {
                into.add(piece.rows[i]);
                reached = piece.rows[i].id();
            }
        }
        return reached;
    }

    /** The last piece that begins at or below {@code id}, -1 if there is none. */
    private int pieceOf(long id) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).first() <= id) {
            return last;
        }
        int low = 0;
        int high = last - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).first() <= id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return low - 1;
    }
}

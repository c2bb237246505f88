package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.ui.cache.CacheWords;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which rows are shown. Immutable, any thread. Looks at the row alone; what was found in heads comes as ids.
 *
 * @param text is searched in what the row shows, ignoring case; empty for all
 * @param errors errors only
 * @param tunnels tunnels only, opened ones too; with {@code errors} both kinds
 * @param cached only what came from a cache; with the others any of the kinds
 * @param changed only what has a changed line that is not routine; with the others any of the kinds
 * @param openedTunnels whether a tunnel that was opened has a row beside those of the exchanges in it
 * @param hits rows whose heads hold the text
 */
public record RowFilter(
        String text,
        boolean errors,
        boolean tunnels,
        boolean cached,
        boolean changed,
        boolean openedTunnels,
        IdSet hits)
        implements Predicate<ExchangeRow> {
    /** All but opened tunnels. */
    public static final RowFilter DEFAULT = new RowFilter("", false, false, false, IdSet.NONE);

    /** One that asks neither for caches nor for changed lines. */
    public RowFilter(String text, boolean errors, boolean tunnels, boolean openedTunnels, IdSet hits) {
        this(text, errors, tunnels, false, false, openedTunnels, hits);
    }

    public RowFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    public RowFilter withHits(IdSet more) {
        return new RowFilter(text, errors, tunnels, cached, changed, openedTunnels, more);
    }

    /** Whether the user asked for less than everything. */
    public boolean active() {
        return !text.isEmpty() || errors || tunnels || cached || changed;
    }

    @Override
    public boolean test(ExchangeRow row) {
        return kind(row) && finds(row);
    }

    /** Whether the text is in the row or its heads, of whatever kind it is. */
    boolean finds(ExchangeRow row) {
        return text.isEmpty() || hits.contains(row.id()) || shows(row);
    }

    /** Whether it is of a kind asked for. */
    boolean kind(ExchangeRow row) {
        if (errors || tunnels || cached || changed) {
            return errors && isError(row)
                    || tunnels && isTunnel(row)
                    || cached && isCached(row)
                    || changed && isChanged(row) && (openedTunnels || !isOpenedTunnel(row));
        }
        return openedTunnels || !isOpenedTunnel(row);
    }

    private boolean shows(ExchangeRow row) {
        return holds(row.host())
                || holds(row.path())
                || holds(row.method())
                || holds(row.client())
                || holds(row.type())
                || row.cacheMarks() != 0 && holds(CacheWords.word(Column.marks(row)))
                || row.status() > 0 && holds(Integer.toString(row.status()))
                || row.cause() != null && holds(row.cause());
    }

    private boolean holds(String field) {
        int last = field.length() - text.length();
        for (int i = 0; i <= last; i++) {
            if (field.regionMatches(true, i, text, 0, text.length())) {
                return true;
            }
        }
        return false;
    }

    /** Failed, a refused handshake, or a status of 400 and above. */
    public static boolean isError(ExchangeRow row) {
        return row.state() == ExchangeRow.State.FAILED
                || row.kind() == ExchangeRow.Kind.HANDSHAKE
                || row.status() >= 400;
    }

    /** Came from a cache, by what the caches say. */
    public static boolean isCached(ExchangeRow row) {
        return row.cacheMarks() != 0 && Column.marks(row).answered();
    }

    /** Has a changed line that is not routine. */
    public static boolean isChanged(ExchangeRow row) {
        return row.notableChanges();
    }

    public static boolean isTunnel(ExchangeRow row) {
        return row.kind() == ExchangeRow.Kind.TUNNEL;
    }

    /** Opened, or not yet decided: so that no row appears for the moment of the decision. */
    static boolean isOpenedTunnel(ExchangeRow row) {
        return row.kind() == ExchangeRow.Kind.TUNNEL
                && (row.opened() || row.state() == ExchangeRow.State.PENDING && row.cause() == null);
    }
}

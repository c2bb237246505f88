package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.ui.cache.CacheWords;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the table: to add one, add a constant, its words, and its cell in {@link Cells}. Any thread. Holds no width or order that the user chose.
 */
public enum Column {
    NUMBER(42, true, ExchangeRow::id),
    TIME(63, false, ExchangeRow::startedMicros),
    CLIENT(72, false, null, ExchangeRow::client),
    METHOD(64, false, null, ExchangeRow::method),
    STATUS(60, false, Column::statusOrder),
    HOST(136, false, null, ExchangeRow::host),
    PATH(120, false, null, ExchangeRow::path),
    HTTP(42, false, null, ExchangeRow::protocol),
    TYPE(50, false, null, ExchangeRow::type),
    SIZE(60, true, ExchangeRow::responseBytes),
    DURATION(62, true, ExchangeRow::durationMicros),
    TIMING(60, false, ExchangeRow::waitMicros),
    CACHE(94, false, row -> CacheWords.order(marks(row))),
    CHANGES(38, true, row -> row.requestChanges() + row.responseChanges());

    private final double width;
    private final boolean figures;
    private final @Nullable ToLongFunction<ExchangeRow> number;
    private final @Nullable Function<ExchangeRow, String> text;
    private final Comparator<ExchangeRow> comparator;

    Column(double width, boolean figures, ToLongFunction<ExchangeRow> number) {
        this(width, figures, number, null, Comparator.comparingLong(number));
    }

    Column(
            double width,
            boolean figures,
            @Nullable ToLongFunction<ExchangeRow> number,
            Function<ExchangeRow, String> text) {
        this(width, figures, number, text, Comparator.comparing(text));
    }

    Column(
            double width,
            boolean figures,
            @Nullable ToLongFunction<ExchangeRow> number,
            @Nullable Function<ExchangeRow, String> text,
            Comparator<ExchangeRow> comparator) {
        this.width = width;
        this.figures = figures;
        this.number = number;
        this.text = text;
        this.comparator = comparator;
    }

    /** In pixels at a text size of 12; {@link #PATH} takes the rest and has this at least. */
    public double width() {
        return width;
    }

    /** Whether it is set to the right. */
    public boolean figures() {
        return figures;
    }

    /** Ascending; equals stay equals. */
    public Comparator<ExchangeRow> comparator() {
        return comparator;
    }

    /** Lower case: in the resource bundle, the style sheet and the settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Column> of(String id) {
        return Stream.of(values()).filter(c -> c.id().equals(id)).findFirst();
    }

    /** Whether a narrow window leaves it out unless chosen. */
    public boolean firstToGo() {
        return this == TIME || this == CLIENT || this == HTTP;
    }

    @Nullable
    ToLongFunction<ExchangeRow> number() {
        return number;
    }

    Function<ExchangeRow, String> text() {
        return Objects.requireNonNull(text);
    }

    /** What caches said of a row. */
    static PackedMarks marks(ExchangeRow row) {
        return new PackedMarks(row.cacheMarks());
    }

    /** Codes first; then what has none: failed handshakes, tunnels, pending. */
    private static long statusOrder(ExchangeRow row) {
        return switch (row.kind()) {
            case HTTP -> row.status() > 0 ? row.status() : row.state() == ExchangeRow.State.PENDING ? 3000 : 1000;
            case HANDSHAKE -> 1001;
            case TUNNEL -> 2000;
        };
    }
}

package dev.hopscope.ui.table;

import dev.hopscope.capture.ExchangeRow;
import dev.hopscope.inspect.cache.PackedMarks;
import dev.hopscope.ui.cache.CachePips;
import dev.hopscope.ui.cache.CacheWords;
import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Plain;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** The cell of each column. FX thread. */
final class Cells {
    private static final PseudoClass SAFE = PseudoClass.getPseudoClass("safe");
    private static final PseudoClass WRITE = PseudoClass.getPseudoClass("write");
    private static final PseudoClass DELETE = PseudoClass.getPseudoClass("delete");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass TUNNEL = PseudoClass.getPseudoClass("tunnel");
    private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");
    private static final PseudoClass NOTABLE = PseudoClass.getPseudoClass("notable");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass WORD = PseudoClass.getPseudoClass("word");
    private static final List<PseudoClass> STATUS = IntStream.rangeClosed(0, 5)
            .mapToObj(i -> PseudoClass.getPseudoClass("s" + i))
            .toList();
    private static final long SLOW_MICROS = 1_000_000;

    private Cells() {}

    static RowCell of(Column column) {
        ZoneId zone = ZoneId.systemDefault();
        return switch (column) {
            case NUMBER -> new TextCell(row -> Long.toString(row.id()), "number", "figures", "faint");
            case TIME ->
                new TextCell(row -> Figures.clock(row.startedMicros(), zone), "number", "faint")
                        .withTip(row -> Figures.dateClockMillis(row.startedMicros(), zone));
            case CLIENT -> new ClientCell();
            case METHOD -> new MethodCell();
            case STATUS -> new StatusCell();
            case HOST -> new HostCell().withTip(RowText::host);
            case PATH -> new PathCell().withTip(RowText::whole);
            case HTTP -> new TextCell(ExchangeRow::protocol, "number", "faint");
            case TYPE -> new TextCell(row -> Plain.line(row.type()), "quiet");
            case SIZE -> new TextCell(RowText::size, "number", "figures", "quiet");
            case DURATION -> new DurationCell();
            case TIMING -> new TimingCell();
            case CACHE -> new CacheCell();
            case CHANGES -> new ChangesCell();
        };
    }

    private static class TextCell extends RowCell {
        private final Function<ExchangeRow, String> text;

        TextCell(Function<ExchangeRow, String> text, String... styles) {
            super(styles);
            this.text = text;
            setEllipsisString("…");
        }

        @Override
        void show(ExchangeRow row) {
            setText(text.apply(row));
        }

        /** Gives it a tip, worded when it is about to be seen. */
        TextCell withTip(Function<ExchangeRow, String> words) {
            Tooltip tip = new Tooltip();
            tip.setShowDelay(Duration.millis(500));
            tip.setWrapText(true);
            tip.setMaxWidth(700);
            tip.setOnShowing(e -> tip.setText(getItem() == null ? "" : words.apply(getItem())));
            // a tip without text is not shown at all
            tip.setText(" ");
            setTooltip(tip);
            return this;
        }
    }

    /** The program, or, where it is not known, the address. */
    private static final class ClientCell extends TextCell {
        ClientCell() {
            super(row -> Plain.line(row.client()), "quiet", "client");
            withTip(RowText::clientTip);
        }

        @Override
        void show(ExchangeRow row) {
            super.show(row);
            state(RowText.clientKnown(row) ? NO_STATE : UNKNOWN);
        }
    }

    private static final class HostCell extends TextCell {
        HostCell() {
            super(RowText::host, "host");
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
    }

    private static final class MethodCell extends RowCell {
        private final Glyph replayed = new Glyph("bi-arrow-repeat");

        MethodCell() {
            super("number", "method");
            replayed.getStyleClass().addAll("in-row", "accent");
        }

        @Override
        void show(ExchangeRow row) {
            setText(Plain.line(row.method()));
            replayed.setLiteral(row.original() > 0 ? "bi-arrow-repeat" : "bi-pencil-square");
            setGraphic(row.original() > 0 || row.sentHere() ? replayed : null);
            state(
                    switch (row.method()) {
                        case "GET", "HEAD" -> SAFE;
                        case "POST", "PUT", "PATCH" -> WRITE;
                        case "DELETE" -> DELETE;
                        default -> NO_STATE;
                    });
        }

        @Override
        void clear() {
            setGraphic(null);
        }
    }

    private static final class StatusCell extends RowCell {
        private final Glyph icon = new Glyph("");

        StatusCell() {
            super("status");
            icon.getStyleClass().add("in-row");
            setContentDisplay(ContentDisplay.LEFT);
        }

        @Override
        void show(ExchangeRow row) {
            String text = RowText.status(row);
            String literal = RowText.statusIcon(row);
            icon.setLiteral(literal);
            setGraphic(literal.isEmpty() ? null : icon);
            setText(text);
            state(STATUS.get(RowText.statusClass(row)));
            pseudoClassStateChanged(WORD, !Character.isDigit(text.charAt(0)));
        }

        @Override
        void clear() {
            setGraphic(null);
        }
    }

    private static final class PathCell extends TextCell {
        PathCell() {
            super(RowText::path, "path");
        }

        @Override
        void show(ExchangeRow row) {
            super.show(row);
            state(RowText.failed(row) ? FAILED : row.kind() == ExchangeRow.Kind.HTTP ? NO_STATE : TUNNEL);
        }
    }

    private static final class ChangesCell extends TextCell {
        ChangesCell() {
            super(RowText::changes, "number", "figures", "faint", "changes");
        }

        @Override
        void show(ExchangeRow row) {
            super.show(row);
            state(row.notableChanges() ? NOTABLE : NO_STATE);
        }
    }

    private static final class DurationCell extends RowCell {
        DurationCell() {
            super("number", "figures", "duration");
        }

        @Override
        void show(ExchangeRow row) {
            tick(row, now());
        }

        @Override
        void tick(ExchangeRow row, long nowMicros) {
            setText(RowText.duration(row, nowMicros));
            boolean waits = row.kind() == ExchangeRow.Kind.HTTP && !row.upgraded();
            state(waits && RowText.micros(row, nowMicros) > SLOW_MICROS ? SLOW : NO_STATE);
        }
    }

    private static final class CacheCell extends RowCell {
        private final CachePips pips = new CachePips();
        private final Tooltip layers = new Tooltip();

        CacheCell() {
            super("cache");
            layers.setShowDelay(Duration.millis(500));
        }

        @Override
        void show(ExchangeRow row) {
            PackedMarks marks = Column.marks(row);
            setText(CacheWords.word(marks));
            if (marks.size() == 0) {
                clear();
                return;
            }
            pips.show(marks);
            setGraphic(pips);
            layers.setText(CacheWords.layers(marks));
            setTooltip(layers);
            state(
                    switch (marks.state(marks.decided().orElse(0))) {
                        case HIT, REVALIDATED, COLLAPSED -> ANSWERED;
                        case STALE -> STALE;
                        case ERROR -> FAILED;
                        case MISS, EXPIRED, DYNAMIC, BYPASS, UNKNOWN -> NO_STATE;
                    });
        }

        @Override
        void clear() {
            setGraphic(null);
            setTooltip(null);
        }
    }

    private static final class TimingCell extends RowCell {
        private final TimingBar bar = new TimingBar();

        TimingCell() {
            super("timing");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        void show(ExchangeRow row) {
            tick(row, now());
            setGraphic(bar);
        }

        @Override
        void tick(ExchangeRow row, long nowMicros) {
            bar.show(row, nowMicros);
        }

        @Override
        void clear() {
            setGraphic(null);
        }
    }
}

package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.ByteSource;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Bytes in rows of 16, or 8 where it is narrow; only the rows in view are made. FX thread. */
final class HexPane extends StackPane implements Findable {
    /** Characters of a row of 16, in widths of the mono font. */
    private static final double WIDE_AT = 80 * 0.6;

    private final Background background;
    private final Lane finding;
    private final ListView<Integer> list = new ListView<>();
    private final Label failed = new Label();
    private @Nullable ByteSource source;
    private @Nullable HexRows rows;
    private int width;
    private long[] finds = new long[0];
    private int length;

    HexPane(Background background) {
        this.background = background;
        finding = background.lane();
        list.getStyleClass().addAll("hex", "mono");
        list.setAccessibleText(Messages.text("body.hex"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new Row());
        list.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copySelection();
                event.consume();
            }
        });
        failed.getStyleClass().add("tertiary");
        failed.setWrapText(true);
        failed.setVisible(false);
        getChildren().addAll(list, failed);
        widthProperty().subscribe(w -> relayout());
    }

    void show(ByteSource bytes) {
        source = bytes;
        width = 0;
        relayout();
        list.scrollTo(0);
    }

    @Override
    public void find(String wanted, IntConsumer found) {
        ByteSource bytes = source;
        if (bytes == null) {
            return;
        }
        BytePattern pattern = BytePattern.of(wanted);
        finding.ask(
                progress -> pattern.find(bytes, MAX_FINDS, progress::report),
                places -> {
                    finds = places;
                    length = pattern.length();
                    found.accept(places.length);
                },
                failure -> {
                    failed.setText(String.valueOf(failure.getMessage()));
                    failed.setVisible(true);
                });
    }

    @Override
    public void showFind(int index) {
        int first = (int) (finds[index] / width);
        int last = (int) ((finds[index] + Math.max(1, length) - 1) / width);
        list.getSelectionModel().clearSelection();
        list.getSelectionModel().selectRange(first, last + 1);
        list.scrollTo(Math.max(0, first - 2));
    }

    private void relayout() {
        ByteSource bytes = source;
        if (bytes == null || getWidth() <= 0) {
            return;
        }
        double em = failed.getFont().getSize();
        int wanted = getWidth() >= WIDE_AT * em * 11 / 12 ? 16 : 8;
        if (wanted != width) {
            width = wanted;
            HexRows made = new HexRows(bytes, width, background, this::arrived);
            rows = made;
            list.setItems(new Numbers(made.size()));
        }
    }

    private void arrived() {
        HexRows now = rows;
        String failure = now == null ? null : now.failure();
        failed.setVisible(failure != null);
        failed.setText(failure == null ? "" : failure);
        list.refresh();
    }

    private void copySelection() {
        HexRows now = rows;
        if (now != null) {
            StringBuilder text = new StringBuilder();
            list.getSelectionModel().getSelectedIndices().stream()
                    .limit(100_000)
                    .forEach(i -> text.append(now.row(i)).append('\n'));
            Clips.put(text.toString());
        }
    }

    private final class Row extends ListCell<Integer> {
        @Override
        protected void updateItem(@Nullable Integer index, boolean empty) {
            super.updateItem(index, empty);
            HexRows now = rows;
            setText(empty || index == null || now == null ? "" : now.row(index));
        }
    }

    /** 0, 1, 2, … without storing them. */
    private static final class Numbers extends ObservableListBase<Integer> {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}

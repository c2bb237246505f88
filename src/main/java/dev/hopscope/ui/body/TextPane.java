package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.body.StyledArea.Prepared;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import dev.hopscope.ui.kit.Messages;
import java.util.BitSet;
import java.util.function.IntConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** Coloured text whose regions can be folded. FX thread; finding and folding run in the background. */
final class TextPane extends StackPane implements Findable {
    private final StyledArea area = new StyledArea(true);
    private final Lane finding;
    private final Lane folding;
    private int[] finds = new int[0];

    TextPane(Background background) {
        finding = background.lane();
        folding = background.lane();
        setMinSize(0, 0);
        getChildren().add(new VirtualizedScrollPane<>(area));
        area.setAccessibleText(Messages.text("body.text"));
        area.setOnFold(line -> {
            BitSet folded = area.shown().folded().folded();
            folded.flip(line);
            fold(folded, () -> {});
        });
        MenuItem copy = item("body.menu.copy", area::copy);
        MenuItem select = item("body.menu.selectAll", area::selectAll);
        MenuItem close =
                item("body.fold.closeAll", () -> fold(area.shown().folded().all(), () -> {}));
        MenuItem open = item("body.fold.openAll", () -> fold(new BitSet(), () -> {}));
        ContextMenu menu = new ContextMenu(copy, select, close, open);
        menu.setOnShowing(event -> {
            boolean foldable = area.shown().folded().whole().folds().length > 0;
            copy.setDisable(area.getSelection().getLength() == 0);
            close.setVisible(foldable);
            open.setVisible(foldable);
        });
        area.setContextMenu(menu);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    void show(Prepared prepared) {
        folding.cancel();
        area.show(prepared);
    }

    /** All of it, whatever is folded. */
    String text() {
        return area.unfolded();
    }

    /** What is selected, where it is a piece of one line; else empty. */
    String selection() {
        String selected = area.getSelectedText();
        return selected.indexOf('\n') < 0 ? selected : "";
    }

    private void fold(BitSet folded, Runnable then) {
        BodyRendering.Text text = area.shown().folded().whole();
        TextIndex index = area.index();
        folding.ask(
                progress -> StyledArea.prepare(text, index, folded),
                prepared -> {
                    area.refold(prepared);
                    then.run();
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    @Override
    public void find(String wanted, IntConsumer found) {
        TextIndex index = area.index();
        finding.ask(
                progress -> index.find(wanted),
                places -> {
                    finds = places;
                    found.accept(places.length / 2);
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    @Override
    public void showFind(int index) {
        int from = finds[2 * index];
        int to = finds[2 * index + 1];
        FoldedText folded = area.shown().folded();
        if (folded.toShown(from) >= 0 && folded.toShown(to) >= 0) {
            area.selectWhole(from, to);
        } else {
            BitSet left = folded.foldedButFor(from);
            left.and(folded.foldedButFor(to));
            fold(left, () -> area.selectWhole(from, to));
        }
    }
}

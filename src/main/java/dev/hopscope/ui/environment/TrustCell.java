package dev.hopscope.ui.environment;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Draws a recipe or the head of its group. FX thread. */
final class TrustCell extends ListCell<TrustRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    TrustCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TrustRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean head = row instanceof TrustRow.Head;
        pseudoClassStateChanged(HEAD, head);
        setMouseTransparent(head);
        setText(
                switch (row) {
                    case null -> null;
                    case TrustRow.Head one -> one.group().title();
                    case TrustRow.Choice one -> one.recipe().title();
                });
    }
}

package dev.hopscope.ui.copyas;

import dev.hopscope.ui.kit.Messages;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Draws a target or the head of its group. FX thread. */
final class TargetCell extends ListCell<TargetRow> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    TargetCell() {
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(@Nullable TargetRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean head = row instanceof TargetRow.Head;
        pseudoClassStateChanged(HEAD, head);
        setMouseTransparent(head);
        setText(
                switch (row) {
                    case null -> null;
                    case TargetRow.Head one ->
                        Messages.text("copyas.group." + one.group().name().toLowerCase(Locale.ROOT));
                    case TargetRow.Choice one -> one.target().card().title();
                });
    }
}

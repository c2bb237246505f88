package dev.hopscope.ui.shell;

import dev.hopscope.ui.table.ExchangeTable;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** The menu on the rows, made anew each time it opens. FX thread. Does nothing itself. */
final class RowMenu {
    private RowMenu() {}

    /** @param items as they stand when the menu opens */
    static void on(ExchangeTable table, Supplier<List<MenuItem>> items) {
        ContextMenu menu = new ContextMenu();
        table.view().addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            boolean onRow =
                    event.isKeyboardTrigger() || row(event.getPickResult().getIntersectedNode());
            if (onRow && !table.selectedIdsProperty().get().isEmpty()) {
                menu.getItems().setAll(items.get());
                menu.show(table.view(), event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private static boolean row(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> || at instanceof TableCell<?, ?>) {
                return true;
            }
        }
        return false;
    }
}

package dev.hopscope.ui.shell;

import dev.hopscope.replay.ReplayEdit;
import dev.hopscope.ui.table.ExchangeTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What each key does in the window; single keys only while the rows have the focus. FX thread. */
final class WindowKeys {
    private final ShellCommands commands;
    private final ExchangeTable table;
    private final FilterBarController filter;
    private final ShellController shell;
    private final ToolBarController toolBar;
    private final MainWindow window;

    WindowKeys(
            ShellCommands commands,
            ExchangeTable table,
            FilterBarController filter,
            ShellController shell,
            ToolBarController toolBar,
            MainWindow window) {
        this.commands = commands;
        this.table = table;
        this.filter = filter;
        this.shell = shell;
        this.toolBar = toolBar;
        this.window = window;
    }

    void on(Scene scene) {
        Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
        keys.put(Keys.FILTER, filter::focus);
        keys.put(Keys.PALETTE, window::togglePalette);
        keys.put(Keys.OPEN, commands::open);
        keys.put(Keys.SAVE, commands::saveCopy);
        keys.put(Keys.QUIT, commands::quit);
        keys.put(Keys.PREFERENCES, window::openPreferences);
        keys.put(Keys.RECORDING, commands::toggleRecording);
        keys.put(Keys.OPEN_TLS, () -> commands.setOpenTls(!window.openTls()));
        keys.put(Keys.CACHE, () -> commands.setCache(!window.caching()));
        keys.put(Keys.ENVIRONMENT, window::toggleEnvironment);
        keys.put(Keys.CLEAR, window::clearAll);
        keys.put(Keys.HIT_RATIO, () -> window.showRatio(!window.ratioShown()));
        keys.put(Keys.COPY_CURL, () -> window.copyingAs().curl());
        keys.put(Keys.COPY_AS_CODE, window::lookAtCode);
        keys.put(Keys.CACHE_CONTENTS, () -> window.showContents(!window.contentsShown()));
        keys.put(Keys.COMPARE, unlessEditing(() -> window.comparing().selected()));
        keys.put(Keys.COMPARE_PREVIOUS, unlessEditing(() -> window.comparing().withPrevious()));
        keys.put(Keys.NEW_DRAFT, window::editBlank);
        keys.put(Keys.NEXT_PANE, () -> pane(scene, 1));
        keys.put(Keys.PREVIOUS_PANE, () -> pane(scene, -1));
        keys.put(Keys.MENU, () -> toolBar.menu().show());
        // not as accelerators of the scene: those of a menu take their place, and do what its entries were when it was
        // last open
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> run(keys, event));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && window.closeUppermost()) {
                event.consume();
            }
        });
        table.view().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.view().addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        // lists and tables take Esc for themselves; a field has its own use for it
        shell.detail().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE
                    && window.focused()
                    && !window.paletteShown()
                    && !popupShown()
                    && !finding()
                    && !(event.getTarget() instanceof TextInputControl)) {
                window.focusView(false);
                event.consume();
            }
        });
        shell.detail().addEventHandler(KeyEvent.KEY_TYPED, this::typedInFocus);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean whole = window.environmentShown() != null || window.editing() || window.guideShown();
            if (event.getCode() == KeyCode.ESCAPE
                    && whole
                    && !window.paletteShown()
                    && !window.comparing().shown()
                    && !popupShown()) {
                window.showEnvironment(false);
                window.showEditor(false);
                window.showGuide(false);
                event.consume();
            }
        });
    }

    /** What is about the rows does nothing while a draft hides them. */
    private Runnable unlessEditing(Runnable action) {
        return () -> {
            if (!window.editing()) {
                action.run();
            }
        };
    }

    private static void run(Map<KeyCombination, Runnable> keys, KeyEvent event) {
        for (Map.Entry<KeyCombination, Runnable> entry : keys.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                event.consume();
                return;
            }
        }
    }

    private void pressed(KeyEvent event) {
        if (Keys.COPY_URL.match(event)) {
            window.copyUrl();
            event.consume();
        } else if (Keys.REMOVE.match(event)) {
            window.removeSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            window.focusView(true);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            if (table.selectedIdsProperty().get().isEmpty()) {
                window.closeUppermost();
            } else {
                table.selectNone();
            }
            event.consume();
        }
    }

    /** Whether a menu or an explanation is open, which Esc closes first. */
    private static boolean popupShown() {
        return Window.getWindows().stream()
                .anyMatch(w -> w instanceof PopupWindow && !(w instanceof Tooltip) && w.isShowing());
    }

    /** Whether a bar to find something is open in the detail, which Esc closes first. */
    private boolean finding() {
        return shell.detail().lookup(".find-bar") != null;
    }

    private void typedInFocus(KeyEvent event) {
        if (!window.focused() || event.getTarget() instanceof TextInputControl || event.isShortcutDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "j" -> window.step(1);
            case "k" -> window.step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> filter.focus();
            case "j" -> table.move(1);
            case "k" -> table.move(-1);
            case "r" -> window.replaying().selected(ReplayEdit.NONE);
            case "R" -> window.replaying().choose();
            case "e" -> window.editSelected();
            case "u" -> window.replaying().selected(ReplayEdit.UNCONDITIONAL);
            case "U" -> window.replaying().selected(ReplayEdit.CONDITIONAL);
            case "?" -> window.showKeys();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pane(Scene scene, int step) {
        if (window.environmentShown() != null || window.editing()) {
            return;
        }
        List<Node> panes = List.of(toolBar.menu(), filter.field(), table.view(), shell.detail());
        int at = 2;
        for (int i = 0; i < panes.size(); i++) {
            if (inside(scene.getFocusOwner(), panes.get(i))) {
                at = i;
            }
        }
        for (int tries = 0; tries < panes.size(); tries++) {
            at = Math.floorMod(at + step, panes.size());
            Node next = at == 3 ? first(panes.get(at)) : panes.get(at);
            if (next != null && next.getScene() == scene) {
                next.requestFocus();
                return;
            }
        }
    }

    private static boolean inside(@Nullable Node node, Node pane) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == pane) {
                return true;
            }
        }
        return false;
    }

    /** The first node in a pane that takes the focus. */
    private static @Nullable Node first(Node pane) {
        if (pane.isFocusTraversable() && pane.isVisible() && !pane.isDisabled()) {
            return pane;
        }
        if (pane instanceof javafx.scene.Parent parent && pane.isVisible()) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = first(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}

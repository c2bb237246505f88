package dev.hopscope.ui.meaning;

import dev.hopscope.inspect.meaning.Meaning;
import dev.hopscope.inspect.warning.Warning;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * A {@link MeaningCard} at a line: light, while the pointer rests, or held, by a key, until Esc, a click elsewhere or another line. FX thread. Decides nothing of
 * when it is shown.
 */
public final class MeaningPopover {
    private static final double GAP = 3;

    private final Popup popup = new Popup();
    private @Nullable MeaningCard card;
    private Point2D pointer = Point2D.ZERO;
    private boolean held;

    public MeaningPopover() {
        popup.setHideOnEscape(true);
        popup.setAutoFix(true);
        popup.getScene().addEventFilter(MouseEvent.ANY, e -> pointer = new Point2D(e.getScreenX(), e.getScreenY()));
        popup.setOnHidden(e -> {
            held = false;
            card = null;
        });
    }

    /**
     * Shows a card below a line, or above it where there is no room.
     *
     * @param line its bounds on the screen
     * @param x where it begins, on the screen
     * @param hold whether it stays until it is closed
     */
    public void show(Node owner, Bounds line, double x, Meaning meaning, List<Warning> warnings, boolean hold) {
        MeaningCard next = new MeaningCard(meaning, warnings);
        popup.setAutoHide(hold);
        popup.getContent().setAll(next);
        popup.show(owner, x, line.getMaxY() + GAP);
        card = next;
        held = hold;
        List<Screen> screens = Screen.getScreensForRectangle(x, line.getMinY(), 1, 1);
        Rectangle2D room = (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        double height = popup.getHeight();
        if (line.getMaxY() + GAP + height > room.getMaxY() && line.getMinY() - GAP - height >= room.getMinY()) {
            popup.setY(line.getMinY() - GAP - height);
        }
    }

    public void hide() {
        popup.hide();
    }

    public boolean showing() {
        return popup.isShowing();
    }

    /** Whether it stays until it is closed. */
    public boolean held() {
        return held;
    }

    /** Whether the pointer is on it. */
    public boolean underPointer() {
        return card != null
                && card.isHover()
                && pointer.getX() >= popup.getX()
                && pointer.getX() < popup.getX() + popup.getWidth()
                && pointer.getY() >= popup.getY()
                && pointer.getY() < popup.getY() + popup.getHeight();
    }

    /** Turns the pages of a long card: 1 for the next, -1 for the one before. */
    public void page(int step) {
        if (card != null) {
            card.scroll(0.9 * step);
        }
    }
}

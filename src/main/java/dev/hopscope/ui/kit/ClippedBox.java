package dev.hopscope.ui.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/**
 * A row whose content is cut off at its own edges, and that asks for no room of its own. FX thread. Its clip is sized while it is laid out, never through a listener,
 * so that what is painted and what is laid out cannot differ.
 */
public final class ClippedBox extends HBox {
    private final Rectangle cut = new Rectangle();

    public ClippedBox(Node... children) {
        super(children);
        setMinWidth(0);
        setPrefWidth(0);
        setClip(cut);
    }

    @Override
    protected void layoutChildren() {
        cut.setWidth(getWidth());
        cut.setHeight(getHeight());
        super.layoutChildren();
    }
}

package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Draws one body rendering, whatever it is. FX thread; text is prepared in the background, and what was drawn stays until the new is ready. */
public final class RenderingPane extends StackPane {
    private final Background background;
    private final Lane lane;
    private final ReadOnlyBooleanWrapper isText = new ReadOnlyBooleanWrapper(this, "text");
    private @Nullable TextPane text;
    private @Nullable HexPane hex;
    private @Nullable ImagePane image;
    private @Nullable TablePane table;
    private @Nullable BodyRendering shown;

    public RenderingPane(Background background) {
        this.background = background;
        lane = background.lane();
        getStyleClass().add("rendering");
        setMinSize(0, 0);
    }

    /** Whether text is shown, in which one can find. */
    public ReadOnlyBooleanProperty textProperty() {
        return isText.getReadOnlyProperty();
    }

    /** @param rendering null for nothing */
    public void show(@Nullable BodyRendering rendering) {
        lane.cancel();
        switch (rendering) {
            case null -> {
                isText.set(false);
                shown = null;
                getChildren().clear();
            }
            case BodyRendering.Text t ->
                lane.ask(
                        progress -> StyledArea.prepare(t),
                        prepared -> {
                            TextPane pane = text == null ? new TextPane(background) : text;
                            text = pane;
                            put(pane, t);
                            pane.show(prepared);
                        },
                        failure -> {
                            throw new IllegalStateException(failure);
                        });
            case BodyRendering.Hex h -> {
                HexPane pane = hex == null ? new HexPane(background) : hex;
                hex = pane;
                put(pane, h);
                pane.show(h.source());
            }
            case BodyRendering.Image i -> {
                ImagePane pane = image == null ? new ImagePane(background) : image;
                image = pane;
                put(pane, i);
                pane.show(i);
            }
            case BodyRendering.Table t -> {
                TablePane pane = table == null ? new TablePane() : table;
                table = pane;
                put(pane, t);
                pane.show(t);
            }
        }
    }

    private void put(Node pane, BodyRendering rendering) {
        shown = rendering;
        isText.set(rendering instanceof BodyRendering.Text);
        if (getChildren().size() != 1 || getChildren().getFirst() != pane) {
            getChildren().setAll(pane);
        }
    }

    /** Opens the bar to find in the text shown; does nothing where none is. */
    public void find() {
        TextPane pane = text;
        if (pane != null && isText.get()) {
            pane.openFind();
        }
    }

    /** What is shown as text to copy; empty for images and hex. */
    public String copyText() {
        return switch (shown) {
            case null -> "";
            case BodyRendering.Text t -> text == null ? "" : text.text();
            case BodyRendering.Table t -> table == null ? "" : table.text();
            case BodyRendering.Hex h -> "";
            case BodyRendering.Image i -> "";
        };
    }
}

package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import dev.hopscope.ui.kit.Background;
import dev.hopscope.ui.kit.Lane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * Draws one body rendering, whatever it is, with a bar to find something in it. FX thread; text is prepared in the background, and what was drawn stays until
 * the new is ready. Chooses no view.
 */
public final class RenderingPane extends BorderPane {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Background background;
    private final Lane lane;
    private final ReadOnlyBooleanWrapper findable = new ReadOnlyBooleanWrapper(this, "findable");
    private final FindBar bar = new FindBar(this::closeFind);
    private @Nullable TextPane text;
    private @Nullable HexPane hex;
    private @Nullable ImagePane image;
    private @Nullable TablePane table;
    private @Nullable TreePane tree;
    private @Nullable PartsPane parts;
    private @Nullable BodyRendering shown;
    /** Text to be found once what is asked for is drawn; empty for none. */
    private String first = "";

    public RenderingPane(Background background) {
        this.background = background;
        lane = background.lane();
        getStyleClass().add("rendering");
        setMinSize(0, 0);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event) || (event.getCode() == KeyCode.F3 && getTop() == null)) {
                find();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && getTop() != null) {
                closeFind();
                event.consume();
            } else if (event.getCode() == KeyCode.F3) {
                bar.step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    /** Whether one can find in what is shown: in all but pictures. */
    public ReadOnlyBooleanProperty findableProperty() {
        return findable.getReadOnlyProperty();
    }

    /** @param rendering null for nothing */
    public void show(@Nullable BodyRendering rendering) {
        lane.cancel();
        first = "";
        switch (rendering) {
            case null -> put(null, null);
            case BodyRendering.Text t ->
                lane.ask(
                        progress -> StyledArea.prepare(t),
                        prepared -> {
                            TextPane pane = text == null ? new TextPane(background) : text;
                            text = pane;
                            pane.show(prepared);
                            put(pane, t);
                        },
                        failure -> {
                            throw new IllegalStateException(failure);
                        });
            case BodyRendering.Hex h -> {
                HexPane pane = hex == null ? new HexPane(background) : hex;
                hex = pane;
                pane.show(h.source());
                put(pane, h);
            }
            case BodyRendering.Image i -> {
                ImagePane pane = image == null ? new ImagePane(background) : image;
                image = pane;
                pane.show(i);
                put(pane, i);
            }
            case BodyRendering.Table t -> {
                TablePane pane = table == null ? new TablePane(background) : table;
                table = pane;
                pane.show(t);
                put(pane, t);
            }
            case BodyRendering.Tree t -> {
                TreePane pane = tree == null ? new TreePane(background) : tree;
                tree = pane;
                pane.show(t);
                put(pane, t);
            }
            case BodyRendering.Parts p -> {
                PartsPane pane = parts == null ? new PartsPane(background) : parts;
                parts = pane;
                pane.show(p);
                put(pane, p);
            }
        }
    }

    /** Whether this is what is drawn now. */
    boolean shows(BodyRendering rendering) {
        return shown == rendering;
    }

    private void put(@Nullable Node pane, @Nullable BodyRendering rendering) {
        shown = rendering;
        if (getCenter() != pane) {
            setCenter(pane);
        }
        boolean can = pane instanceof Findable;
        findable.set(can);
        bar.setDisable(!can);
        if (getTop() != null) {
            bar.use(pane instanceof Findable f ? f : null);
        }
        String now = first;
        first = "";
        if (!now.isEmpty()) {
            showFirst(now);
        }
    }

    /** Opens the bar to find something in what is shown; does nothing where one cannot. */
    public void find() {
        if (getCenter() instanceof Findable f) {
            setTop(bar);
            bar.use(f);
            bar.open(f instanceof TextPane pane ? pane.selection() : "");
        }
    }

    private void closeFind() {
        setTop(null);
        bar.use(null);
        if (getCenter() != null) {
            getCenter().requestFocus();
        }
    }

    /** Selects the first place of a text in what is shown, or in what is being prepared. */
    void showFirst(String wanted) {
        if (lane.busyProperty().get()) {
            first = wanted;
        } else if (getCenter() instanceof Findable f) {
            f.find(wanted, number -> {
                if (number > 0) {
                    f.showFind(0);
                }
            });
        }
    }

    /** Whether there is something to copy: in all but hex, whose rows are selected first. */
    public boolean copies(BodyRendering rendering) {
        return switch (rendering) {
            case BodyRendering.Text t -> true;
            case BodyRendering.Table t -> true;
            case BodyRendering.Tree t -> true;
            case BodyRendering.Parts p -> true;
            case BodyRendering.Image i -> i.drawable();
            case BodyRendering.Hex h -> false;
        };
    }

    /** Puts what is shown on the clipboard: text as text, an image as an image. */
    public void copy() {
        switch (shown) {
            case null -> {}
            case BodyRendering.Image i -> {
                if (image != null) {
                    image.copy();
                }
            }
            case BodyRendering.Text t -> Clips.put(text == null ? "" : text.text());
            case BodyRendering.Table t -> Clips.put(table == null ? "" : table.text());
            case BodyRendering.Tree t -> Clips.put(tree == null ? "" : tree.text());
            case BodyRendering.Parts p -> Clips.put(parts == null ? "" : parts.text());
            case BodyRendering.Hex h -> {}
        }
    }
}

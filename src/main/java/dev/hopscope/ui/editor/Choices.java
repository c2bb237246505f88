package dev.hopscope.ui.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A row of choices, one of them on. FX thread. */
final class Choices<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<T> chosen;

    Choices(Consumer<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("choices");
    }

    Choices<T> add(T value, String text) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("small");
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            chosen.accept(value);
        });
        buttons.put(value, button);
        getChildren().add(button);
        ends();
        return this;
    }

    /** Shows which is on; calls nobody. */
    void show(T value) {
        ToggleButton button = buttons.get(value);
        if (button != null) {
            button.setSelected(true);
        }
    }

    /** Takes a choice away, or gives it back. */
    void offer(T value, boolean offered) {
        ToggleButton button = buttons.get(value);
        if (button != null) {
            button.setVisible(offered);
            button.setManaged(offered);
            ends();
        }
    }

    private void ends() {
        var shown = getChildren().filtered(node -> node.isManaged());
        getChildren().forEach(node -> node.getStyleClass().removeAll("first", "last"));
        if (!shown.isEmpty()) {
            shown.getFirst().getStyleClass().add("first");
            shown.getLast().getStyleClass().add("last");
        }
    }
}

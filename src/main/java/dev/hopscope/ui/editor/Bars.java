package dev.hopscope.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Pieces all bars of the editor are made of. FX thread. */
final class Bars {
    private Bars() {}

    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    static HBox section(Node... nodes) {
        HBox bar = new HBox(nodes);
        bar.getStyleClass().add("section-bar");
        return bar;
    }

    static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("tertiary");
        label.setMinWidth(0);
        return label;
    }

    static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

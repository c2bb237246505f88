package dev.hopscope.ui.kit;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * One line above the rows: an icon, what happened, what to do, and buttons that do it. FX thread. Does not decide which of several is shown.
 */
public final class Banner extends HBox {
    /**
     * @param primary whether it is the way out that most will want
     */
    public record Action(String text, boolean primary, Runnable run) {}

    /**
     * @param headline what happened, in a sentence
     * @param detail what it means and what to do; may be empty
     */
    public Banner(Tone tone, String headline, String detail, List<Action> actions) {
        getStyleClass().add("banner");
        tone.on(this);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(headline + " " + detail);
        Label what = new Label(headline);
        what.getStyleClass().add("strong");
        what.setMinWidth(USE_PREF_SIZE);
        Label more = new Label(detail);
        more.getStyleClass().add("secondary");
        more.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(more, Priority.ALWAYS);
        getChildren().addAll(new Glyph(tone.icon()), what, more);
        actions.forEach(action -> getChildren().add(button(action)));
    }

    private static Button button(Action action) {
        Button button = new Button(action.text());
        button.getStyleClass().add(action.primary() ? "primary" : "default");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run().run());
        return button;
    }
}

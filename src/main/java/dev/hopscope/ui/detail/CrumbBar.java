package dev.hopscope.ui.detail;

import dev.hopscope.ui.kit.Figures;
import dev.hopscope.ui.kit.Glyph;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The bar of the focus view: back to the list, which exchange, the one before and the next. FX thread. Selects nothing itself. */
final class CrumbBar extends HBox {
    private final Button back = new Button(Messages.text("detail.back"), new Glyph("bi-arrow-left"));
    private final Button previous = icon("bi-chevron-up", "detail.previous");
    private final Button next = icon("bi-chevron-down", "detail.next");
    private final Button leave = icon("bi-arrows-angle-contract", "detail.leave");
    private final Label place = new Label();

    CrumbBar(DetailActions actions) {
        getStyleClass().add("crumb-bar");
        back.getStyleClass().addAll("quiet", "small");
        back.setMinWidth(USE_PREF_SIZE);
        Tips.on(back, Messages.text("detail.leave"));
        place.getStyleClass().addAll("number", "secondary");
        place.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(e -> actions.focusView(false));
        leave.setOnAction(e -> actions.focusView(false));
        previous.setOnAction(e -> actions.step(-1));
        next.setOnAction(e -> actions.step(1));
        header(null);
    }

    /** Takes the words for the exchange in, or gives them away. */
    void header(@Nullable DetailHeader header) {
        getChildren().setAll(back, previous, next, place, leave);
        if (header != null) {
            HBox.setHgrow(header, Priority.ALWAYS);
            getChildren().add(1, header);
        }
    }

    void place(int position, int rows) {
        place.setText(position <= 0 ? "" : Messages.text("detail.place", Figures.count(position), Figures.count(rows)));
        previous.setDisable(position == 1);
        next.setDisable(position == rows);
    }

    private static Button icon(String literal, String key) {
        Button button = new Button("", new Glyph(literal));
        button.getStyleClass().addAll("quiet", "icon-only", "small");
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, Messages.text(key));
        return button;
    }
}

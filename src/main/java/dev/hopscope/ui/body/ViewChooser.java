package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyView;
import dev.hopscope.ui.kit.Messages;
import dev.hopscope.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses among the views of a body, with the raw bytes one click away and back. FX thread. Draws nothing. */
public final class ViewChooser extends HBox {
    private static final List<String> RAW = List.of("text", "hex");

    private final ComboBox<BodyView> box = new ComboBox<>();
    private final ToggleButton raw = new ToggleButton(Messages.text("body.raw"));
    private List<BodyView> views = List.of();
    /** The view to come back to. */
    private @Nullable BodyView before;

    private Consumer<BodyView> onChoice = view -> {};
    private boolean showing;

    public ViewChooser() {
        getStyleClass().add("view-chooser");
        box.setAccessibleText(Messages.text("body.chooser"));
        box.setConverter(new Names());
        box.getStyleClass().add("small");
        box.setVisibleRowCount(20);
        raw.getStyleClass().add("small");
        raw.setMinWidth(USE_PREF_SIZE);
        box.setMinWidth(USE_PREF_SIZE);
        Tips.on(raw, Messages.text("body.raw.tip"));
        getChildren().addAll(box, raw);
        box.valueProperty().subscribe(view -> {
            if (view != null && !showing) {
                onChoice.accept(view);
            }
        });
        raw.setOnAction(e -> {
            BodyView wanted = raw.isSelected() ? raw() : before;
            onChoice.accept(wanted == null ? views.getFirst() : wanted);
        });
    }

    /** @param action is told the view the user wants */
    public void setOnChoice(Consumer<BodyView> action) {
        onChoice = action;
    }

    /**
     * Shows what can be chosen and what is.
     *
     * @param suiting best first
     */
    public void show(List<BodyView> suiting, BodyView view) {
        showing = true;
        views = suiting;
        box.getItems().setAll(suiting);
        box.setValue(view);
        raw.setVisible(suiting.size() > 1);
        raw.setManaged(suiting.size() > 1);
        boolean isRaw = view != suiting.getFirst() && RAW.contains(view.id());
        raw.setSelected(isRaw);
        if (!isRaw) {
            before = view;
        } else if (before == null || !suiting.contains(before)) {
            before = suiting.getFirst();
        }
        showing = false;
    }

    /** Text where it looks like text, else hex; the other one where that is shown already. */
    private BodyView raw() {
        return views.stream()
                .filter(view -> RAW.contains(view.id()) && view != box.getValue())
                .findFirst()
                .orElse(views.getFirst());
    }

    private static final class Names extends StringConverter<BodyView> {
        @Override
        public String toString(@Nullable BodyView view) {
            return view == null ? "" : Messages.text("body.view." + view.id());
        }

        @Override
        public BodyView fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}

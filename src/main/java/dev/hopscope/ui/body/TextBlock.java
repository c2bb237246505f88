package dev.hopscope.ui.body;

import dev.hopscope.inspect.body.BodyRendering;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** Short coloured text that scrolls, such as a head: selectable, without line numbers. FX thread. Does not search. */
public final class TextBlock extends StackPane {
    private final StyledArea area = new StyledArea(false);

    /** @param name for assistive technology */
    public TextBlock(String name) {
        area.setAccessibleText(name);
        getChildren().add(new VirtualizedScrollPane<>(area));
        setMinSize(0, 0);
    }

    /** Shows a text; does nothing where it is shown already, so that a selection stays. */
    public void show(BodyRendering.Text text) {
        if (!text.text().equals(area.getText())) {
            area.show(StyledArea.prepare(text));
        }
    }

    public String text() {
        return area.unfolded();
    }

    /** Lines on the screen where this many characters fit on one. */
    public double lines(double characters) {
        return area.getParagraphs().stream()
                .mapToDouble(paragraph -> Math.max(1, Math.ceil(paragraph.length() / characters)))
                .sum();
    }
}

package dev.hopscope.ui.compare;

import dev.hopscope.inspect.compare.Section;
import dev.hopscope.ui.body.RenderingPane;
import dev.hopscope.ui.kit.Background;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Two images side by side. FX thread. Draws only those whose heads say that they are small enough to be unpacked. */
final class PictureRow {
    private final RenderingPane a;
    private final RenderingPane b;
    private final HBox row = new HBox();
    private Section.@Nullable Images images;

    PictureRow(Background background) {
        a = new RenderingPane(background);
        b = new RenderingPane(background);
        row.getStyleClass().add("compare-pictures");
        HBox.setHgrow(a, Priority.ALWAYS);
        HBox.setHgrow(b, Priority.ALWAYS);
        a.setPrefWidth(0);
        b.setPrefWidth(0);
        row.getChildren().addAll(a, b);
    }

    Node shown(Section.Images wanted) {
        if (images != wanted) {
            images = wanted;
            a.show(wanted.a());
            b.show(wanted.b());
        }
        return row;
    }
}
